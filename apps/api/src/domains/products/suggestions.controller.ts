import { Controller, Get, Header, Query } from '@nestjs/common';
import { SuggestionQuery } from '@souk/contracts/product-query.dto';
import { Suggestions } from '@souk/contracts/suggestions.dto';
import { Public } from '../../platform/access/access';
import { Cached } from '../../platform/cache/cached';
import { SuggestionsQueries } from './suggestions.queries';

@Controller('products/suggestions')
@Public()
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsQueries) {}

  /** Products, categories and stores for what has been typed so far: names with words that begin so. */
  @Get()
  @Cached({ any: ['product', 'stock', 'store', 'category'] })
  @Header('cache-control', 'public, max-age=60')
  list(@Query() { q }: SuggestionQuery): Promise<Suggestions> {
    return this.suggestions.of(q);
  }
}
