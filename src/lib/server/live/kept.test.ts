import { expect, test, vi } from 'vitest';
import { Kept } from './kept.ts';

test('it is read once, until it is to be forgotten', async () => {
	const read = vi.fn().mockResolvedValueOnce('first').mockResolvedValueOnce('second');
	const kept = new Kept(read);
	expect([await kept.get(), await kept.get()]).toEqual(['first', 'first']);
	kept.forget();
	expect(await kept.get()).toBe('second');
	expect(read).toHaveBeenCalledTimes(2);
});

test('a reading that began before it was forgotten is not kept', async () => {
	const late = Promise.withResolvers<string>();
	const kept = new Kept(vi.fn().mockReturnValueOnce(late.promise).mockResolvedValue('new'));
	const asked = kept.get();
	kept.forget();
	const [first, second] = [asked, kept.get()];
	late.resolve('old');
	expect([await first, await second, await kept.get()]).toEqual(['old', 'new', 'new']);
});

test('what could not be read is read again', async () => {
	const kept = new Kept(vi.fn().mockRejectedValueOnce(new Error('no database')).mockResolvedValue('there'));
	await expect(kept.get()).rejects.toThrow('no database');
	expect(await kept.get()).toBe('there');
});
