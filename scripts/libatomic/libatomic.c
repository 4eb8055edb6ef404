/*
 * The one function that Node's Linux binaries take from libatomic.so.1, for machines that have no such library (a plain
 * Debian without a compiler). GCC's manual, "Library Routines: Atomic", gives the interface.
 *
 * Sizes that the processor can exchange at once are exchanged at once, others under a lock. Both are right here, since
 * Node calls no other function of the library on the same objects. Built by build.sh.
 */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool compare_exchange(size_t size, void *object, void *expected, void *desired, int success, int failure)
	__asm__("__atomic_compare_exchange");

#define EXCHANGE(type) \
	{ \
		type was = *(type *)expected; \
		type found = __sync_val_compare_and_swap((type *)object, was, *(type *)desired); \
		if (found == was) \
			return true; \
		*(type *)expected = found; \
		return false; \
	}

static bool exchange_under_lock(size_t size, uint8_t *object, uint8_t *expected, const uint8_t *desired)
{
	static char lock;
	bool same = true;

	while (__atomic_test_and_set(&lock, __ATOMIC_ACQUIRE))
		;
	for (size_t i = 0; i < size; i++)
		same = same && object[i] == expected[i];
	for (size_t i = 0; i < size; i++) {
		if (same)
			object[i] = desired[i];
		else
			expected[i] = object[i];
	}
	__atomic_clear(&lock, __ATOMIC_RELEASE);
	return same;
}

bool compare_exchange(size_t size, void *object, void *expected, void *desired, int success, int failure)
{
	(void)success;
	(void)failure;
	if ((uintptr_t)object % size == 0) {
		switch (size) {
		case 1:
			EXCHANGE(uint8_t)
		case 2:
			EXCHANGE(uint16_t)
		case 4:
			EXCHANGE(uint32_t)
		case 8:
			EXCHANGE(uint64_t)
		case 16:
			EXCHANGE(unsigned __int128)
		}
	}
	return exchange_under_lock(size, object, expected, desired);
}
