import type { UseFormReturn } from 'react-hook-form';
import type { ProductValues } from '../model/product-values';

export interface SectionProps {
  form: Pick<UseFormReturn<ProductValues>, 'control' | 'register' | 'formState' | 'getValues' | 'setValue'>;
}
