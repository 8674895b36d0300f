import { cn } from '~/lib/cn';

interface PostProps {
  text: string;
  /** Address of the picture that goes with it. */
  picture?: string | null;
  className?: string;
}

/** A post as X shows it, more or less. */
export function Post({ text, picture = null, className }: PostProps) {
  return (
    <div className={cn('flex flex-col gap-3 rounded-lg border border-line bg-surface p-4', className)}>
      <p className="wrap-anywhere">
        {text.split(/(#[a-z]+)(?=\s|$)/).map((part, index) => (
          <span key={index} className={part.startsWith('#') ? 'text-action' : undefined}>
            {part}
          </span>
        ))}
      </p>
      {picture && <img src={picture} alt="" className="aspect-video w-full rounded-md object-cover" />}
    </div>
  );
}

export const PostPreview = (post: PostProps) => (
  <figure className="flex flex-col gap-3">
    <figcaption className="text-sm font-medium text-muted">Preview: the post on X</figcaption>
    <Post {...post} />
  </figure>
);
