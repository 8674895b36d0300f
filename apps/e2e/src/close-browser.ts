import { closeBrowser } from './browser';

/** After the last journey, in the process that ran them all. */
export default closeBrowser;
