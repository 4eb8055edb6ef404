import { type Language, languages } from '#lib/domain/roles.ts';

/** The first language of an Accept-Language header (RFC 9110, 12.5.4) that we speak; Italian for those who name none of ours. */
export function preferredLanguage(header: string | null): Language {
	const wanted = (header ?? '')
		.split(',')
		.map((range) => {
			const [tag = '', quality] = range
				.trim()
				.toLowerCase()
				.split(/\s*;\s*q=/);
			return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
		})
		.filter(({ quality }) => quality > 0)
		.sort((a, b) => b.quality - a.quality);
	for (const { language } of wanted) {
		const spoken = languages.find((ours) => ours === language);
		if (spoken) return spoken;
	}
	return 'it';
}
