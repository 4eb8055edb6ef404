// Dependencies point one way: routes, jobs, cli → use-cases, queries → domain and → db.
const test = '\\.test\\.ts$';
const web = '^(node_modules/(@sveltejs|svelte)/|node:https?$|https?$|\\$app/)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-cycles',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
		},
		{
			name: 'domain-imports-only-domain',
			comment: 'No I/O, no clock, no package: settings, holidays and the time come in as data.',
			severity: 'error',
			from: { path: '^src/lib/domain/', pathNot: test },
			to: { pathNot: '^src/lib/domain/' },
		},
		{
			name: 'no-web-below-the-edges',
			comment: 'Domain, use-cases, queries, rows and jobs know neither SvelteKit nor HTTP.',
			severity: 'error',
			from: { path: '^src/(lib/(domain|server/(use-cases|queries|db|jobs|access))|migrations|platform/(?!web|proxy))' },
			to: { path: web },
		},
		{
			name: 'lib-does-not-know-routes',
			severity: 'error',
			from: { path: '^src/(lib|platform|migrations|cli)/' },
			to: { path: '^src/routes/' },
		},
		{
			name: 'no-rows-at-the-edges',
			comment: 'A route or a command calls use-cases and queries; what it shows has passed access.',
			severity: 'error',
			from: { path: '^src/(routes|hooks)' },
			to: { path: ['^src/lib/server/db/', '^node_modules/(kysely|pg)/'], dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'rows-know-nobody-above',
			severity: 'error',
			from: { path: '^src/lib/server/db/' },
			to: { path: '^src/lib/server/(use-cases|queries|jobs)/' },
		},
		{
			name: 'use-cases-start-nothing',
			comment: 'They enqueue; jobs call them.',
			severity: 'error',
			from: { path: '^src/lib/server/(use-cases|queries)/' },
			to: { path: '^src/lib/server/(jobs|api|mail)/' },
		},
		{
			name: 'pages-do-not-reach-the-server',
			comment: 'Parts of pages and words run in the browser; they may name the shapes they are given.',
			severity: 'error',
			from: { path: ['^src/(lib/(components|messages)|islands)/', '\\.svelte(\\.ts)?$'], pathNot: test },
			to: { path: '^src/(lib/server|platform)/', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'platform-is-below-the-product',
			severity: 'error',
			from: { path: '^src/platform/' },
			to: { path: '^src/(lib|cli|composition|migrations)/', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'only-composition-roots-build-the-pool',
			severity: 'error',
			from: { path: '^src/(?!composition/|platform/)', pathNot: test },
			to: { path: '^src/platform/(database|postgres)\\.ts$', dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'product-does-not-know-tests',
			severity: 'error',
			from: { path: '^src/', pathNot: test },
			to: { path: ['^(tests|bench)/', test] },
		},
		{
			name: 'no-unknown-module',
			severity: 'error',
			from: {},
			to: { couldNotResolve: true, pathNot: '^(\\$app/|\\./\\$types|virtual:)' },
		},
		{
			name: 'no-development-package-in-the-product',
			severity: 'error',
			from: { path: '^src/', pathNot: [test, '^src/dev\\.ts$'] },
			to: {
				dependencyTypes: ['npm-dev'],
				dependencyTypesNot: ['type-only'],
				pathNot: '^node_modules/(@sveltejs/kit|svelte)/',
			},
		},
	],
	options: {
		doNotFollow: { path: '^node_modules/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			extensions: ['.ts', '.js', '.mjs', '.svelte', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'types'],
			mainFields: ['module', 'main', 'types'],
		},
	},
};
