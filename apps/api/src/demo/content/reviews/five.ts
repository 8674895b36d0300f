import type { ReviewTexts } from './family';

export const FIVE_STARS: ReviewTexts = {
  cups: [
    'The glaze is deeper than in the picture, and it changes with the light. My coffee has never looked this considered.',
    'I have bought four now because people keep leaving my house with plans to steal mine. Warm in the hand, perfect lip.',
    'Dishwasher every day for two months and not a mark on it.',
    'Bought as a present and kept it. Sorry, Dad. Yours is on the way.',
  ],
  bowls: [
    'Packed like an egg and every bit as beautiful as I had hoped. You can see the marks of the hands on the inside.',
    'It makes even leftovers look like a plan. The weight is right and the foot is smooth.',
    'Third piece from this maker. Each has been a little different and I would not have it any other way.',
  ],
  vases: [
    'Smaller than I had imagined, and better for it. One branch of quince and the whole shelf made sense.',
    'It does not look like anything from a factory. I keep moving it to better spots.',
    'Holds a supermarket bunch as if it came from a garden. The glaze runs like weather.',
  ],
  plants: [
    'Drains properly, has a saucer that fits, and my fern has put out six new fronds. I do not ask for more.',
    'Lovely thick walls and a rim you can lift it by. The plant looks as though it had been waiting for this.',
    'The glaze is better than in the picture, and the inside is finished as carefully as the outside.',
  ],
  lamps: [
    'Turned it on at dusk and the whole room went quiet. The shade gives a light I would call apricot.',
    'Beautifully wired, heavy foot, cloth flex that lies flat. You can tell he used to do this for a living.',
    'It looks good switched off, which most lamps do not. On, it is the only light we use after nine.',
  ],
  pendants: [
    'It hangs over the table and makes an island there. Dinner takes twice as long now, in the best way.',
    'The flex was cut to the length I asked for, to the centimetre. The light is soft and nobody squints.',
    'Went up in twenty minutes and looks as if the house had been built around it.',
  ],
  wood: [
    'You can feel that somebody chose this piece of wood. The grain runs on round the edge, and I keep touching it.',
    'Six people, a roast, a lot of slicing: no scratches worth mentioning, and it came back with one coat of oil.',
    'My third board from anyone and the first that has not warped. Heavy enough to stay where it is put.',
  ],
  furniture: [
    'Comfortable in a way that photographs cannot show. We sat through a four-hour dinner and nobody shifted.',
    'Arrived in one piece on the day promised, carried in by a man who stroked it goodbye. I understand why.',
    'The joints are a pleasure. My father, a joiner, turned it over, said nothing for a minute, and nodded.',
  ],
  scarves: [
    'Warm without being heavy. I wore it through an airport, a wedding and a cold.',
    'Exactly the colour I had hoped for, and it hangs like water. The fringe is still perfect in its second winter.',
    'So soft that my teenager has borrowed it, which is the highest award we give in this house.',
  ],
  cloth: [
    'Soft from the first evening, and the colour is exactly the colour I hoped for.',
    'You can tell it was made slowly. The edges are straight and the weave has depth.',
    'Washed it twice as told and it came out better. It has replaced three others.',
  ],
  bags: [
    'Carried eleven books up four floors, and the seams did not even notice.',
    'Everyone asks where it is from. The canvas has gone soft at the corners and it only looks better.',
    'Straps long enough for a winter coat! I had given up hoping.',
  ],
  candles: [
    'It smells like a place I have been and cannot name. Fills the room without getting into the food.',
    'Burned evenly right down to the bottom, no tunnel, no soot. That never happens.',
    'Subtle in the best way. Guests notice it as they leave, which I think is the right moment.',
  ],
  bottles: [
    'Two months in and it is as good as on the first day. A little goes a long way.',
    'A scent with some air in it. The bottle is so handsome that I will keep it afterwards.',
    'My mother-in-law asked what it was and wrote it down. This has not happened before.',
  ],
  soap: [
    'My hands have stopped cracking. That is the entire review.',
    'Lasts and lasts if you let it dry. Lather like cream, scent gone before breakfast. Just right.',
    'Bought one for me and three to give away; then hid the three.',
  ],
  notebooks: [
    'Fountain pen, both sides, no bleeding. It lies flat on the first page. I could cry.',
    'So well sewn that I have started to write more slowly, to deserve it.',
    'My fourth. They stand in a row on the shelf like a set of very good days.',
  ],
  cards: [
    'Heavy enough to feel like an occasion. And the envelopes close! A lost art.',
    'I framed one and sent the rest. Two people have written back to ask where they are from.',
    'The colours are deep and flat like real ink. Blank inside, thank goodness.',
  ],
  earrings: [
    'So light that I forgot to take them off and slept in them. Not a mark, on them or on me.',
    'They catch every bit of sun. I have been stopped twice on the street.',
    'Bought for my sister, who does not wear jewellery. She has not taken them off in three weeks.',
  ],
  necklaces: [
    'Sits exactly where it should and the clasp works with cold hands.',
    'Delicate to look at and not delicate at all to wear. I swim in it.',
    'It arrived in a tea tin. I loved it before I had seen it, and more afterwards.',
  ],
  prints: [
    'The colours sit on the paper rather than in it; you can see where one crosses another. No screen shows that.',
    'Rolled in a tube thick enough to stand on. It hangs over the table now and makes dinner feel planned.',
    'I go and look at it while the kettle boils. The line is so sure.',
  ],
  music: [
    'Dead quiet vinyl, and a recording with the room left in. Side two is what Sunday evenings were for.',
    'I bought it for the sleeve and have not played anything else for a week.',
    'Pressed perfectly, flat as glass. The insert alone is worth the postage.',
  ],
  books: [
    'Written by somebody who has plainly done it a thousand times. I read it in one sitting and started the next morning.',
    'Worth three times the price. The drawings are better than any video.',
    'Kind, funny and exact. I have given the link to half my street.',
    'Downloaded it on the bus and had learned something before my stop.',
  ],
  patterns: [
    'Instructions that tell you what to do when it goes wrong, and it did, and I knew what to do.',
    'Everything matches, every notch, first time. I cut it on Saturday and wore it on Sunday.',
    'The drafting is superb. It is the first thing I have made that fits across the shoulders.',
  ],
  sounds: [
    'Used four of the loops within an hour of opening the folder. They sit in a mix as if they had always been there.',
    'Labelled sensibly, recorded beautifully, and with some dirt left on. More, please.',
    'There is a room in these recordings. You cannot fake that and I have tried.',
  ],
  printables: [
    'Crisp up to the largest size. The note on which paper to ask for made all the difference.',
    'Opened, printed and framed within the hour. The man at the copy shop wanted one, too.',
    'The file keeps the texture of the paper. On cotton stock you would swear it was pulled by hand.',
  ],
  any: [
    'Exactly as described, only nicer. Came two days early with a handwritten note.',
    'I hesitated over the price for a month. I should not have.',
    'Wrapped in paper and string, not a crumb of plastic. The thing inside is even better.',
    'One of the few things I own that I would replace at once if I lost it.',
    'Asked a question at ten at night and had a kind, exact answer by breakfast. The piece is flawless.',
    'Second order. The first one convinced my entire family.',
    'It has made a small part of every day better. What else is money for?',
    'Honest description, honest photographs, beautiful work.',
    'My mother ran a shop for forty years and is not easily pleased. She is pleased.',
    'Everything about it is thought through, down to the little card on how to look after it.',
  ],
};
