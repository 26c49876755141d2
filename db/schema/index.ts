/** Every table; drizzle-kit reads them to write migrations. */
export * from './audit.ts';
export * from './auth.ts';
export * from './diagnosis.ts';
export * from './fraud.ts';
export * from './model.ts';
export * from './practice.ts';
export * from './training.ts';
