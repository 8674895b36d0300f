import type { ReviewTexts } from './family';

export const THREE_STARS: ReviewTexts = {
  cups: [
    'Pretty, though it holds less than I expected once you leave room at the top. Check the ounces.',
    'It gets quite hot to hold. Good with cold drinks.',
    'The colour is browner in my kitchen than on my screen. Well made all the same.',
  ],
  bowls: [
    'The shape is lovely; the surface is less even than in the picture. I know it is handmade, it is just not for me.',
    'Good work, but the size surprised me. Please put a hand in the photographs.',
  ],
  vases: [
    'Arrived safely. It weeps a little at the foot, so I use a saucer.',
    'Fine for dried stems. Too narrow to clean properly after fresh ones.',
  ],
  plants: [
    'Good-looking, but it sweats a bit and my shelf has a ring to show for it.',
    'Nice colour. It is thinner at the rim than I would like for outdoors.',
  ],
  lamps: [
    'Looks great but is dimmer than I need for reading. As a mood light it is lovely.',
    'The shade sits very slightly crooked, and I have stopped seeing it. Mostly.',
  ],
  pendants: [
    'Nice shade, awkward to wire alone. Have somebody hold the ladder.',
    'Handsome, though the light is narrower than I had planned for. I need a second one.',
  ],
  wood: [
    'Beautiful wood, but it cupped a little in the first month. It came back after oiling both sides.',
    'Nice board; the surface felt rough until I sanded it.',
  ],
  furniture: [
    'Well made, but lower than we are used to. Do check the height.',
    'The finish is uneven on one side in low light. Nobody else sees it.',
  ],
  scarves: [
    'Lovely colour but it sheds on dark coats. I hope that it stops.',
    'Scratchier than the description led me to think. It is getting better with washing.',
  ],
  cloth: [
    'Nice weave, though thinner than I expected at this price.',
    'The colour is good and the size is not quite what I had pictured.',
  ],
  bags: [
    'Good canvas, but the bag tips over when it is half full.',
    'I like it, though the handles twist on the shoulder.',
  ],
  candles: [
    'Pleasant, but I can hardly smell it a metre away.',
    'The first hour is lovely. Then the wick drowned and I had to pour some wax off.',
  ],
  bottles: [
    'Sweeter than described. My partner likes it, so it has moved to their study.',
    'Good, but it was gone sooner than I had been told.',
  ],
  soap: [
    'It is soap, it is good soap, it did not change my life.',
    'Nice on the hands, a bit drying on the face.',
  ],
  notebooks: [
    'Good binding, but my ink shows through on the back.',
    'Pretty cover. I had hoped for more pages.',
  ],
  cards: [
    'The cards are nice; the envelopes are thinner than the cards deserve.',
    'Smaller than I thought. There is no room for my handwriting.',
  ],
  earrings: [
    'Pretty, but one is visibly larger than the other. I know: sisters, not twins.',
    'Nice idea. They catch on knitwear.',
  ],
  necklaces: [
    'The finish dulled after a month of wear. A cloth brings it back each time.',
    'Pretty pendant, chain a bit thin for it.',
  ],
  prints: [
    'Nice design, smaller on the wall than I had imagined.',
    'The paper was a bit wavy on arrival and has not fully settled.',
    'Colours are flatter than on screen. Still a good print.',
  ],
  music: [
    'Good songs, average pressing. There is some crackle in the quiet parts.',
    'Fine record, but the download code did not work until I wrote in. Quick answer, to be fair.',
    'Two great tracks, several pleasant ones.',
  ],
  books: [
    'Useful in parts. I wish that the chapters could be bought one by one.',
    'The content is good, the layout jumps around on my reader.',
    'Charming, but I wanted more how and less why.',
  ],
  patterns: [
    'It works, but step seven lost me for an evening. A photograph there would help.',
    'Good shape. The sizing runs large; make a trial one first.',
  ],
  sounds: [
    'Half of it is wonderful and half of it is the same half again.',
    'Nice recordings. I had hoped for more tempos.',
  ],
  printables: [
    'Pretty, but a bit dark on the paper that I had.',
    'Fine for the price. The smallest size has been cropped rather than scaled.',
  ],
  any: [
    'It is fine. I expected to love it and I like it.',
    'Good, but it took two weeks to arrive and nobody told me why.',
    'The picture flatters it a little. Decent quality.',
    'Not quite what I had hoped for; the return would have been easy, and I kept it.',
    'Nicely packed, slightly overpriced.',
    'Does the job. I would choose differently next time.',
    'Had a small flaw. The shop offered part of the money back, which was fair.',
    'Okay for a gift, though I would not buy it for myself.',
    'Somewhere between good and very good, so I am going to say three.',
    'It is well made but it did not suit our home.',
  ],
};
