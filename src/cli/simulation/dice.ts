/** Chance that can be had again: the same seed throws the same dice. */
export type Dice = {
	/** A whole number from 0 to just below `sides`. */
	below(sides: number): number;
	/** A whole number from `least` to `most`, both included. */
	between(least: number, most: number): number;
	chance(share: number): boolean;
	among<T>(choices: readonly T[]): T;
	/** Of choices with weights, each in proportion to its weight. */
	weighed<T>(choices: readonly (readonly [weight: number, choice: T])[]): T;
	uuid(): string;
	/** Dice of their own, for a part whose throws must not move those of the others. */
	apart(): Dice;
};

/** Mulberry32: its 2^32 states follow one another without repetition. */
export function dice(seed: number): Dice {
	let state = seed >>> 0;
	const throws = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return (mixed ^ (mixed >>> 14)) >>> 0;
	};
	const below = (sides: number) => Math.floor((throws() / 2 ** 32) * sides);
	const among = <T>(choices: readonly T[]): T => {
		if (choices.length === 0) throw new RangeError('There is nothing to choose among.');
		return choices[below(choices.length)] as T;
	};
	return {
		below,
		between: (least, most) => least + below(most - least + 1),
		chance: (share) => throws() < share * 2 ** 32,
		among,
		weighed(choices) {
			let left = below(choices.reduce((sum, [weight]) => sum + weight, 0));
			for (const [weight, choice] of choices) {
				if (left < weight) return choice;
				left -= weight;
			}
			throw new RangeError('There is nothing to choose among.');
		},
		uuid() {
			const hex = [0, 1, 2, 3].map(() => throws().toString(16).padStart(8, '0')).join('');
			const [a, b, c, d, e] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20), hex.slice(20)];
			return `${a}-${b}-4${c}-8${d}-${e}`;
		},
		apart: () => dice(throws()),
	};
}
