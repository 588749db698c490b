/** The oldest browsers that the app is built for. Expressions look behind, which Safari can from 16.4 on. */
export const browsers = ['chrome105', 'edge105', 'firefox115', 'safari16.4'];
