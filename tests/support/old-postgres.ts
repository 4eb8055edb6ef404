import { createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';

/** A server that says it is PostgreSQL of this version, to anybody and about nothing else; where it listens. */
export async function pretendPostgres(version: string): Promise<string> {
	const server = createServer((socket) => {
		socket.once('data', () => {
			socket.write(Buffer.concat([message('R', int32(0)), ready]));
			socket.on('data', (data) => String(data).startsWith('Q') && answer(socket, version));
		});
		socket.on('error', () => undefined);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	afterAll(() => server.close());
	const address = server.address();
	return `postgres://anybody@127.0.0.1:${typeof address === 'object' ? address?.port : ''}/desk`;
}

function answer(socket: Socket, version: string): void {
	const column = Buffer.concat([text('server_version'), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]);
	const value = Buffer.from(version);
	socket.write(
		Buffer.concat([
			message('T', int16(1), column),
			message('D', int16(1), int32(value.length), value),
			message('C', text('SHOW')),
			ready,
		]),
	);
}

function message(type: string, ...parts: Buffer[]): Buffer {
	const body = Buffer.concat(parts);
	return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

const text = (value: string) => Buffer.from(`${value}\0`);

function int16(value: number): Buffer {
	const buffer = Buffer.alloc(2);
	buffer.writeInt16BE(value);
	return buffer;
}

function int32(value: number): Buffer {
	const buffer = Buffer.alloc(4);
	buffer.writeInt32BE(value);
	return buffer;
}

const ready = message('Z', Buffer.from('I'));
