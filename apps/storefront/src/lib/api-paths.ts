import type { paths as GeneratedPaths } from '@souk/api-client';
import type { CartDto, CartItemInput, CartItemUpdate } from '@souk/contracts/cart.dto';
import type { OrderDto, OrderInput, OrderPage, OrderQuery, PartUpdate } from '@souk/contracts/orders.dto';
import type {
  CategoryList,
  MyProductQuery,
  ProductDto,
  ProductInput,
  ProductPage,
  ProductPatch,
  ProductQuery,
} from '@souk/contracts/products.dto';
import type {
  ProductReviewPage,
  ReviewDto,
  ReviewInput,
  ReviewPatch,
  ReviewQuery,
} from '@souk/contracts/reviews.dto';

interface Operation<Response, Query, Path> {
  parameters: { query?: Query; header?: Record<string, string>; cookie?: never } & ([Path] extends [never]
    ? { path?: never }
    : { path: Path });
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Response } } };
}

interface Command<Body, Response, Path = never> extends Operation<Response, never, Path> {
  requestBody: { content: { 'application/json': Body } };
}

interface Id {
  id: number;
}

interface Read<Response, Query = never, Path = never> {
  get: Operation<Response, Query, Path>;
}
interface Create<Body, Response, Path = never> {
  post: Command<Body, Response, Path>;
}
interface Replace<Body, Response> {
  put: Command<Body, Response, Id>;
}
interface Change<Body, Response> {
  patch: Command<Body, Response, Id>;
}
interface Remove {
  delete: Operation<undefined, never, Id>;
}

/** Operations that the contract has and the generated document has not yet. */
interface PendingPaths {
  '/api/categories': Read<CategoryList>;
  '/api/stores/{id}/products': Read<ProductPage, ProductQuery, Id>;
  '/api/products': Read<ProductPage, ProductQuery> & Create<ProductInput, ProductDto>;
  '/api/products/my-products': Read<ProductPage, MyProductQuery>;
  '/api/products/{id}': Read<ProductDto, never, Id> & Change<ProductPatch, ProductDto> & Remove;
  '/api/products/{id}/reviews': Read<ProductReviewPage, ReviewQuery, Id> & Create<ReviewInput, ReviewDto, Id>;
  '/api/reviews/{id}': Read<ReviewDto, never, Id> & Change<ReviewPatch, ReviewDto> & Remove;
  '/api/cart': Read<CartDto> & { delete: Operation<CartDto, never, never> };
  '/api/cart/items': Create<CartItemInput, CartDto>;
  '/api/cart/items/{id}': Replace<CartItemUpdate, CartDto> & { delete: Operation<CartDto, never, Id> };
  '/api/orders': Read<OrderPage, OrderQuery> & Create<OrderInput, OrderDto>;
  '/api/orders/my-sales': Read<OrderPage, OrderQuery>;
  '/api/orders/{id}': Read<OrderDto, { token?: string }, Id> & Replace<PartUpdate, OrderDto>;
}

/** What is generated wins, so an entry above is of no effect once the document has it. */
export type paths = GeneratedPaths & Omit<PendingPaths, keyof GeneratedPaths>;
