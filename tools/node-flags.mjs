/**
 * How Node runs the marketplace. With its own limit for the heap, which grows with the machine, V8 lets garbage grow to
 * several times what is in use before it looks for it: 450 MB under load instead of 290. No source maps: they cost 15 MB
 * and a tenth of the throughput, and what is compiled reads like its source. A smaller room for what is young saves
 * more memory than it costs time: 20 to 40 MB at the highest for some per cent of the throughput.
 */
export const NODE_FLAGS = ['--max-old-space-size=400', '--max-semi-space-size=8'];
