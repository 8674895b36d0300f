/** What vendors answer, by how the review was meant; each must fit whatever was sold. */
export const REPLIES = {
  glad: [
    'Thank you! You have made the whole workshop grin.',
    'We read this one out at lunch. Thank you for taking the time.',
    'So glad that it found the right home.',
    'That is just what we hoped for when we made it. Thank you.',
    'Lovely to hear. Come back whenever you need its sibling.',
    'Thank you! We have pinned this above the bench.',
    'You are very kind. It was a pleasure.',
    'This is the best start to a Monday. Thank you.',
  ],
  helpful: [
    'Thank you for the honest words. We have made the description clearer.',
    'Good point, and noted for the next batch.',
    'Thanks! If it goes on bothering you, write to us and we will put it right.',
    'We are always glad to exchange it for one that suits you better. Just ask.',
    'Fair enough. Thank you for saying what you liked as well.',
    'Thank you for the nudge; we are working on just that.',
    'Four hands, one opinion: you are right. We will do better with the next ones.',
  ],
  sorry: [
    'I am sorry. That should not have left our door. Please write to us and we will replace it at once.',
    'That is our mistake and we have refunded you in full. Thank you for telling us.',
    'I am sorry about the silence; we were at a fair, and that is no excuse. I have just written to you.',
    'This is not what we send out on a good day. May we make it right? You only need to say how.',
    'Thank you for being plain about it. We have stopped that batch and are looking at the rest.',
    'I am sorry that this was your first order from us. I have sent you a message.',
    'Oh dear. Please send us a picture and we will settle it whichever way you prefer.',
  ],
} as const;
