/** What the browser may load too: no decorators, no server packages. DTO classes are imported by file. */
export * from './announcements';
export * from './enums';
export * from './errors';
export * from './first-look';
export * from './limits';
export * from './money';
export * from './notifications';
export * from './option-filter';
export * from './refund-worth';
