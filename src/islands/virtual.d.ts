declare module 'virtual:island-scripts' {
	export const scripts: import('./scripts.ts').IslandScripts;
}
