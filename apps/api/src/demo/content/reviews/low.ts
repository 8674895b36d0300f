import type { ReviewTexts } from './family';

/** For one and two stars. */
export const LOW_STARS: ReviewTexts = {
  cups: [
    'Mine came with a hairline crack from the lip down. It held tea for four days and then it did not.',
    'The rim is rough on one side. I notice it at every sip.',
    'The inside stained after a week of black tea and will not come clean.',
  ],
  bowls: [
    'Came chipped at the foot. The box had no padding on the bottom.',
    'Leans visibly to the left. Some people would call that character; I call it leaning.',
  ],
  vases: [
    'It leaks. There is a white ring on my sideboard now that was not there before.',
    'Nothing like the colour in the picture. I looked at it in three rooms to be fair.',
  ],
  plants: [
    'Cracked in the first frost on a sheltered step.',
    'The hole had been glazed shut, and I drowned a plant before I noticed.',
  ],
  lamps: [
    'Flickers with every bulb I have tried. Waiting to hear back.',
    'The shade was dented on arrival and has a seam right at the front.',
  ],
  pendants: ['Scratched inside, where the light shows every line.', 'Hangs crooked however I turn it.'],
  wood: [
    'Split along the grain in three weeks. It has never been near a dishwasher.',
    'Not flat. It rocks on the worktop while I cut.',
  ],
  furniture: [
    'One leg is shorter than the others. A seat has really only one task.',
    'The finish came off on a damp cloth within the first week.',
    'Two months late, and the colour is not the one that I ordered.',
  ],
  scarves: [
    'Pilled after two evenings out. I expected more from this yarn.',
    'A pulled thread right across the middle. It looks second-hand.',
  ],
  cloth: [
    'Ran in the wash, cold, on its own. Everything nearby is now tinted.',
    'It shrank by a hand’s width although I followed the card.',
  ],
  bags: [
    'The stitching at one handle gave way on the third day, with just a laptop inside.',
    'One strap is longer than the other, and there is no way not to notice.',
  ],
  candles: [
    'Tunnelled straight down and went out. Most of the wax is still there.',
    'Gave me a headache within ten minutes. Very strong and very sweet.',
  ],
  bottles: [
    'Leaked in the parcel. The box smells marvellous, the bottle was half empty.',
    'I followed the card exactly and can smell nothing at all.',
  ],
  soap: [
    'Brought me out in a rash. It may just be my skin, but the ingredients should be on the front.',
    'Turned to mush in a week.',
  ],
  notebooks: [
    'The first pages came loose in the second week. So much for sewn.',
    'Feathered terribly with my pen. I use it for shopping lists.',
  ],
  cards: [
    'Corners crushed in the post, as they were sent in a plain envelope.',
    'One design four times, instead of the set that is shown.',
  ],
  earrings: [
    'One of the hooks broke while I was putting it in.',
    'Green ears after an afternoon. That is not the metal I paid for.',
  ],
  necklaces: [
    'The clasp opened by itself and I nearly lost it.',
    'The gold wore off at the back within a month.',
  ],
  prints: [
    'Came creased down the middle. The tube was thinner than the print.',
    'There is a fingerprint in the ink. A large one.',
    'Unsigned, although the listing says signed.',
  ],
  music: [
    'Warped. It plays like a boat.',
    'Side two skips in the same place on two different turntables.',
    'The sleeve was split along the seam and the disc scuffed.',
  ],
  books: [
    'The file would not open on my reader, and it took four days to get one that did.',
    'Mostly things that you can find for nothing. Nice drawings, though.',
    'Far shorter than I expected.',
  ],
  patterns: [
    'Pieces do not match at the side seam. I checked my printer twice.',
    'Two pages are missing from the tiled version.',
  ],
  sounds: [
    'Clipping on several files, and not the pleasant kind.',
    'Tempo labels are wrong on a good third of them.',
  ],
  printables: [
    'Visible blocks in the large size. It cannot be the resolution that is promised.',
    'The link had expired before I got home.',
  ],
  any: [
    'Not what I ordered. The exchange is under way, but I needed it for a birthday.',
    'Looks cheap beside the photographs. I have sent it back.',
    'Three weeks, no message, and then the wrong one.',
    'Arrived broken. The refund was quick; the disappointment lasted longer.',
    'I really wanted to like it. It is simply not well finished.',
    'The colour is a different colour.',
    'No reply to two messages. The product may be good; I have yet to find out.',
    'It lasted a month.',
    'Overpriced for what it is.',
    'The packing was beautiful, the contents less so.',
  ],
};
