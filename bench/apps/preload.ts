/** An empty preload: electron-vite's template has one too. */
export {};
