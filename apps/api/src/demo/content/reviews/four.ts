import type { ReviewTexts } from './family';

export const FOUR_STARS: ReviewTexts = {
  cups: [
    'Lovely, if a shade lighter than on my screen. I would happily pay for a version with more room for a spoon.',
    'Great in the hand, and it pours no drip down the chin. One star off only because I wanted a bigger one.',
    'The glaze is gorgeous. The foot left a faint mark on a soft table; a minute with sandpaper and all was well.',
  ],
  bowls: [
    'Really good bowl. There is a small pinhole near the foot, which I have decided to like.',
    'Colour slightly cooler than in the picture but lovely in daylight. A bit heavy when it is full.',
  ],
  vases: [
    'Beautiful shape. The opening is narrower than I had pictured, so measure your bunch first.',
    'Well made and well packed, watertight so far. It took nine days, which the shop had warned me about.',
  ],
  plants: [
    'Good solid pot. It is a touch tight for heavy watering, but my aloe approves.',
    'Heavier than I expected; choose the shelf before you fill it. Lovely surface.',
  ],
  lamps: [
    'Warm and flattering light. The flex is a little short for my room, though the shop had offered a longer one.',
    'Looks wonderful. I swapped the bulb for a dimmer one and then it was perfect.',
  ],
  pendants: [
    'Lovely light. The ceiling rose is slightly smaller than the hole it had to cover.',
    'Just right over the table. Reading the instructions would have saved me an hour.',
  ],
  wood: [
    'Handsome board with a lovely edge. It drank three coats of oil before it was happy.',
    'Slightly smaller than I imagined, although the size was there to be read. Beautiful grain.',
  ],
  furniture: [
    'Solid, light, good to look at. One foot needed a felt pad on our old floor.',
    'Took four weeks instead of three and was worth it. The colour has already warmed up.',
  ],
  scarves: [
    'Gorgeous. It shed a little in the first week and then stopped.',
    'Warm and well finished. I would have loved it ten centimetres longer.',
  ],
  cloth: [
    'The colour is greener in daylight than I thought, and I like it more that way. Soft after one wash.',
    'Excellent quality. The label scratched until I took it off.',
  ],
  bags: [
    'Strong and handsome. The canvas is stiff for the first month, and now it is just right.',
    'Does all that I want of it. An inside pocket with a zip would have made it five.',
    'Seams are doubled, shape is good. Slightly smaller than a grocery bag, so plan your leeks.',
  ],
  candles: [
    'Lovely scent, though it is shy in a large room. In the bathroom it is perfect.',
    'Burns clean. I needed to trim the wick more often than I am used to.',
  ],
  bottles: [
    'More wood and less flower than I had understood, and I have come round to it.',
    'Very good. The label peels at one corner from wet hands; the contents are faultless.',
  ],
  soap: [
    'Very good soap that goes soft if it sits in water. With the right dish it lasts for ages.',
    'Leaves skin comfortable. The scent is fainter than I hoped for.',
  ],
  notebooks: [
    'Lovely paper, takes ink well. I cannot fit a thick pen beside it, but that is a small thing.',
    'Sewn properly and lies flat. I would like page numbers, but that is me.',
  ],
  cards: [
    'Beautiful cards; one envelope arrived with a bent corner.',
    'Lovely printing. I would buy a set of only one design, the one that I keep for myself.',
  ],
  earrings: [
    'Pretty and light. The hooks are a little short for my ears; the shop sent longer ones free.',
    'Lovely finish. They are a bit smaller than they look close up.',
  ],
  necklaces: [
    'Shines more than I expected, in a good way. The chain tangles if you store it carelessly.',
    'Very fine work. I should have taken the longer chain.',
  ],
  prints: [
    'Rich colour and good paper. It had to be flattened under books for two days after the tube.',
    'Just what that wall needed. The frame I already had was a few millimetres off.',
    'Beautiful print; the ochre is a little browner than on my screen.',
  ],
  music: [
    'Wonderful record. One soft tick on side one that a clean took care of.',
    'Great pressing, and the sleeve came with a lightly dented corner. The music makes up for it.',
    'Side A is perfect. Side B is growing on me.',
  ],
  books: [
    'Clear and useful. It assumes that you know a little already, but there is a page of words at the back.',
    'Enjoyed it a lot. Two of the drawings would be easier to follow if they were bigger.',
    'Good, warm, practical. I would have liked an index.',
  ],
  patterns: [
    'Worked first time. Printing it took more tape than the actual making took thread.',
    'Very clear. I needed to add a little at the waist, and it told me how.',
  ],
  sounds: [
    'Great character. I would love a version without the room on some of them.',
    'Very usable. The folder is big, so start the download before you cook.',
  ],
  printables: [
    'Lovely file. My home printer did not do it justice; the shop around the corner did.',
    'Good choice of sizes. The one that I needed was between two of them.',
  ],
  any: [
    'Very pleased. It took a few days longer than I had hoped, but it came well packed.',
    'Good quality at a fair price. The colour is a touch softer than in the picture.',
    'Does just what it says. I would order again from this shop.',
    'Nicely made. One small irregularity, which I take for proof that hands were involved.',
    'Bought as a gift and it went down well. A gift note option would have been useful.',
    'Almost perfect, and I am fussy.',
    'Lovely object, slightly too much tissue paper.',
    'Better than the one it replaced. Four stars, because five is for miracles.',
    'Looks as in the photographs and feels solid. Friendly messages from the shop.',
    'Happy with it, and happier each week.',
  ],
};
