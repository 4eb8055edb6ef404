#!/bin/sh
# Builds both libraries from libatomic.c; Debian's gcc and gcc-aarch64-linux-gnu do it. What it makes is kept with the source.
set -eu
cd "$(dirname "$0")"
flags='-O2 -shared -fPIC -nostdlib -ffreestanding -fno-tree-loop-distribute-patterns -fno-stack-protector -fcf-protection=none
	-fno-asynchronous-unwind-tables -Wall -Wextra -Wl,-soname,libatomic.so.1 -Wl,--version-script=libatomic.map -Wl,--build-id=none
	-Wl,-z,noseparate-code -Wl,--hash-style=gnu -s'
mkdir -p linux-x64 linux-arm64
gcc $flags -mcx16 -o linux-x64/libatomic.so.1 libatomic.c
aarch64-linux-gnu-gcc $(printf %s "$flags" | sed 's/-fcf-protection=none//') -mno-outline-atomics -o linux-arm64/libatomic.so.1 libatomic.c
