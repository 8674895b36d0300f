import { LIMITS } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { ShownAs } from '../../platform/cache/shown-as';

@ShownAs<Category>('category', ({ id }) => id)
@Entity('categories')
@Index('categories_slug', ['slug'], { unique: true })
@Index('categories_parent', ['parentId'])
export class Category {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'parent_id', nullable: true })
  parentId: number | null;

  @ManyToOne(() => Category, { onDelete: 'RESTRICT', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'categories_parent_fk' })
  parent?: Category | null;

  @Column({ type: 'varchar', length: LIMITS.category.max })
  name: string;

  @Column({ type: 'varchar', length: LIMITS.slug.max })
  slug: string;

  /** Of its earlier names and of what was merged into it, newest first: links from before still lead here. */
  @Column({ type: 'simple-json', name: 'former_slugs', nullable: true })
  formerSlugs: string[] | null;

  /** Takes a new slug, and keeps these for links from before. */
  answerTo(slug: string, former: readonly (string | null)[]): void {
    const kept = [...former, ...(this.formerSlugs ?? [])].filter((each) => each !== null && each !== slug);
    this.slug = slug;
    this.formerSlugs = [...new Set(kept)].slice(0, LIMITS.category.formerSlugs) as string[];
  }
}
