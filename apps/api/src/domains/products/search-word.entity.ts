import { Entity, PrimaryColumn } from 'typeorm';

/** A word of the names, stores, categories and options in the market: what a mistyped one may have meant. */
@Entity('search_words')
export class SearchWord {
  @PrimaryColumn({ type: 'varchar', length: 40 })
  word: string;
}
