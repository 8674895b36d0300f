import type { UserType } from '@souk/contracts';

/**
 * The operations that the shell itself calls, in the shape of the generated client's `paths`. Replaced by
 * `@souk/api-client` as soon as that is generated.
 */
export interface User {
  id: number;
  username: string;
  email: string;
  emailVerified: boolean;
  firstName: string;
  lastName: string;
  userType: UserType;
  isStaff: boolean;
  phone: string | null;
  address: string | null;
  createdAt: string;
}

export interface SessionDto {
  accessToken: string;
  refreshToken: string | null;
  tokenType: 'Bearer';
  /** Seconds. */
  expiresIn: number;
  user: User;
}

export interface LoginInput {
  /** User name or e-mail address. */
  username: string;
  password: string;
  session?: boolean;
}

export interface RegisterInput {
  username: string;
  email: string;
  password: string;
  firstName?: string;
  lastName?: string;
  userType: UserType;
  phone?: string;
  address?: string;
  session?: boolean;
}

export interface Category {
  id: number;
  name: string;
  slug: string;
  productCount: number;
  children: Category[];
}

export interface ImageDto {
  id: number;
  url: string;
  srcset: string;
  alt: string;
  width: number;
  height: number;
}

export interface Product {
  id: number;
  store: { id: number; name: string; slug: string };
  category: { id: number; name: string; slug: string } | null;
  name: string;
  slug: string;
  description: string;
  price: string;
  compareAtPrice: string | null;
  currency: string;
  stockQuantity: number;
  images: ImageDto[];
  digital: boolean;
  isActive: boolean;
  variants: {
    id: number;
    sku: string | null;
    options: Record<string, string>;
    price: string;
    stockQuantity: number;
  }[];
  averageRating: number | null;
  reviewCount: number;
  createdAt: string;
  updatedAt: string;
}

export interface Page<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}

interface ProductQuery {
  search?: string;
  category?: string;
  sort?: string;
  limit?: number;
  cursor?: string;
}

interface Operation<Response, Body = never, Query = never> {
  parameters: { query?: Query; header?: never; path?: never; cookie?: never };
  requestBody: [Body] extends [never] ? undefined : { content: { 'application/json': Body } };
  responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': Response } } };
}

export interface paths {
  '/api/auth/register': { post: Operation<SessionDto, RegisterInput> };
  '/api/auth/login': { post: Operation<SessionDto, LoginInput> };
  '/api/auth/logout': { post: Operation<undefined, { everywhere?: boolean }> };
  '/api/categories': { get: Operation<Category[]> };
  '/api/products': { get: Operation<Page<Product>, never, ProductQuery> };
  '/api/cart': { get: Operation<{ itemCount: number }> };
}
