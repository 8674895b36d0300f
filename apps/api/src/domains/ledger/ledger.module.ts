import { Module } from '@nestjs/common';
import { Books } from './books';
import { Verification } from './verification';

/** What the marketplace owes to whom. */
@Module({
  providers: [Books, Verification],
  exports: [Verification],
})
export class LedgerModule {}
