import { text } from '../text.ts';
import type { Thread } from './thread.ts';

/** The same programs, seen by partners who write in English. */
export const inEnglish: Partial<Record<string, readonly Thread[]>> = {
	isoipsa: [
		{
			language: 'en',
			subject: [
				'Levelling loop misclosure is shown in the wrong unit',
				'Misclosure of a levelling loop off by a factor of 1,000',
			],
			description: [
				text`
					We ran a levelling loop of about 2.{few} km near {town}. The program reports a misclosure of \`{few}.0 m\`, where it clearly means millimetres. The adjusted heights look fine.`,
				'Levelling misclosure shown in metres, should be millimetres.',
			],
			tools: ['Digital level'],
			solved: [
				'you are right, and the heights are indeed correct: only the label of the column is wrong when the interface is in English. It is mended in {fixed}.',
			],
		},
		{
			language: 'en',
			subject: ['Field codes lost when importing from the controller', 'Codes missing after import'],
			description: [
				'After importing the job from the controller all points arrive, but the codes are empty. We use our own code list with {dozens} entries. It worked with the previous release.',
				'Points import fine, codes are empty. Own code list.',
			],
			tools: ['Field controller, GNSS receiver'],
			turns: [
				{
					needs: ['reference-files'],
					text: ['could you send us the raw file from the controller and your code list? A few points are enough.'],
					reply: [
						'Here are some points with the code list in the header.',
						'Attached. The codes are in the fifth column.',
					],
					files: [
						{
							name: 'points.csv',
							csv: 'id,easting,northing,height,code\n{hundreds},692310.562,5142880.114,1874.220,WALL-T\n{dozens},692402.033,5142931.870,1880.915,WALL-B',
						},
					],
				},
			],
			solved: [
				'your codes contain a hyphen, and since {version} a hyphen starts an attribute. In *Import → Codes* switch **Attributes** off for this code list, and they arrive as before.',
			],
		},
		{
			language: 'en',
			lane: 'consultancy',
			subject: ['Best way to keep two coordinate systems in one job', 'Local grid and UTM in the same job'],
			description: [
				'The tunnel contractor works in a local grid, the authority wants UTM. We would like to keep both in one job without converting back and forth. Is that possible?',
				'Local grid and UTM in one job: possible?',
			],
			solved: [
				text`
					yes, and this is how most tunnel jobs are kept:

					1. the job itself in the local grid
					2. *Job → Systems → Add*, with the transformation from at least three common points
					3. choose the system when you print or export

					The original observations never change, so there is nothing to convert back.`,
			],
		},
	],
	nuvolaio: [
		{
			language: 'en',
			subject: ['Orthophoto export stops at 4 GB', 'Export of a large orthophoto fails'],
			description: [
				'Exporting the orthophoto of {town} as TIFF stops at 4 GB with “could not write”. There is plenty of room on the disk.',
				'TIFF export stops at 4 GB, disk has room.',
			],
			files: [{ screen: 'cloud', message: 'Could not write the file.' }],
			solved: [
				'a plain TIFF cannot be larger than 4 GB. Tick *BigTIFF* in the export window, or write tiles of 10,000 × 10,000 pixels, which most programs open faster anyway.',
			],
		},
		{
			language: 'en',
			subject: ['Merged scans show a double wall', 'Double wall after merging two scan positions'],
			description: [
				'After merging scan positions 4 and 5 the north wall is there twice, about 2 cm apart. The report says the registration is fine.',
				'Wall is doubled after merging scans 4 and 5, 2 cm apart.',
			],
			turns: [
				{
					asks: ['how large is the overlap of the two positions in the report, in per cent?'],
					reply: ['It says 18 %.', '18 % only, I see now.'],
				},
				{
					evaluates: [
						'with so little overlap the registration finds two almost equally good solutions. We are evaluating whether the report should warn below 30 %. For this job, add three targets by hand in *Registration → Constraints*.',
					],
				},
			],
			solved: [
				'from {fixed} the report marks every pair below 30 % of overlap. With the three constraints your wall should be single; we tried it with a similar pair.',
			],
		},
	],
	telaio: [
		{
			language: 'en',
			subject: ['National annex for the UK is missing', 'UK national annex cannot be chosen'],
			description: [
				'In *Settings → Codes* we can choose the Eurocodes, but the list of national annexes ends with Sweden. Is the UK one installed separately?',
				'Where is the UK national annex?',
			],
			solved: [
				'it is a separate download because its partial factors are revised more often: *Help → Components → National annex UK*. Close and reopen the model afterwards.',
			],
		},
		{
			language: 'en',
			subject: ['Units switch back to kN and cm', 'Unit settings are not remembered'],
			description: [
				'Whenever we open a model made by our Italian partner, the units of **all** our models switch to kN and cm. How can we keep our own?',
				'Units switch to cm after opening a partner’s model.',
			],
			solved: [
				'units are stored in the model and taken over by default. In *Preferences → Units* choose **Always mine**: models of others are then shown in your units and stay unchanged on disk.',
			],
		},
		{
			language: 'en',
			subject: ['Reinforcement schedule lists a bar twice', 'Bar mark 12 is listed twice in the schedule'],
			description: [
				'In the schedule of beam B{dozens} bar mark 12 is listed twice with different lengths. The drawing shows it once.',
				'Bar mark 12 twice in the schedule of B{dozens}.',
			],
			files: [{ screen: 'table' }],
			solved: [
				'the bar crosses a construction joint, so it is made of two pieces that share a mark. Use *Schedule → Number pieces separately* and they become 12a and 12b, in the drawing too.',
			],
		},
	],
	libretto: [
		{
			language: 'en',
			subject: ['Certificate of payment in English', 'Printing a certificate in two languages'],
			description: [
				'Our client is Dutch and asks for the interim certificates in English. Can Libretto print them, or do we have to translate by hand?',
				'Can certificates be printed in English?',
			],
			solved: [
				'the template *Certificate (EN)* is in *Print → Templates → More*. The items keep the language of the price list; a second description for each item can be imported from a CSV with code and text.',
			],
		},
	],
};
