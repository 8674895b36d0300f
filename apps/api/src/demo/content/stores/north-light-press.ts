import { picture, store } from '../catalogue';

const SIZES = { '30 × 40 cm': 0, '50 × 70 cm': 28 };
const FRAMED = { Unframed: 0, 'Oak frame': 65 };

export const northLightPress = store(
  'NL',
  {
    name: 'North Light Press',
    vendor: 'ingridsolheim',
    description:
      'Screen prints made in a room with one large window and no clock. Ingrid cuts the stencils, her father pulls the squeegee, and nothing is reprinted once an edition is gone. The paper is cotton, the inks are water-based, and each sheet is signed on a dry day.',
    address: '27 Skyline Parkway, Duluth, MN 55802',
    phone: '+1 218 555 0109',
    email: 'press@northlightpress.example.com',
    shippingFee: '8.00',
    freeShippingOver: '100.00',
    seed: 7806,
  },
  [
    {
      name: 'Five Ridges, Dawn',
      category: 'Art prints',
      price: '62.00',
      picture: picture('print', 0, 'sage', 1),
      about:
        'Five layers of green, lightest first, each pulled while the last was still deciding. It is the view from the fire tower at half past five, minus the mosquitoes. Edition of 120 on 300 g cotton paper with a deckled lower edge; signed and numbered in pencil.',
      options: { Size: SIZES, Frame: FRAMED },
    },
    {
      name: 'Fern, Unfolding',
      category: 'Art prints',
      price: '54.00',
      picture: picture('print', 1, 'moss', 2),
      about:
        'Drawn from one frond over the eleven days that it took to open. The veins are left as bare paper, which is harder than it looks and goes wrong about once in four. Three inks on cotton, with the slight relief you can feel with a fingertip.',
      options: { Size: SIZES, Frame: FRAMED },
      stock: [14, 5, 2, 0],
    },
    {
      name: 'Arcade, Afternoon',
      category: 'Art prints',
      price: '58.00',
      picture: picture('print', 2, 'ember', 3),
      about:
        'Arches inside arches, the way a covered street looks when you have had lunch and are in no hurry. Printed in four warm colours that overlap to make two more. Edition of 90. It hangs well alone and even better opposite a window.',
      options: { Frame: FRAMED },
    },
    {
      name: 'Two Jugs and Plums',
      category: 'Art prints',
      price: '60.00',
      picture: picture('print', 3, 'indigo', 1),
      about:
        'A still life from the studio sink: the blue jug with the glued handle, the small one, three plums that did not last the afternoon. Flat shapes, one shadow each. It has been bought mostly by people who cook. Edition of 100, signed.',
      options: { Size: SIZES },
    },
    {
      name: 'Lake, No Wind',
      category: 'Art prints',
      price: '66.00',
      picture: picture('print', 4, 'harbour', 4),
      about:
        'Superior on one of its nine calm days. The sun is a single disc of saffron, pulled last; the water is thirteen lines drawn with a comb. We had to mix the dark blue three times before Ingrid’s father agreed. Edition of 150 on cotton paper.',
      options: { Size: SIZES, Frame: FRAMED },
    },
    {
      name: 'Quilt for Bertha',
      category: 'Art prints',
      price: '64.00',
      picture: picture('print', 5, 'rose', 5),
      about:
        'Quarter circles and squares after a quilt that a great-aunt pieced from shirts. Each tile was cut separately, so the joins are slightly out and your eye keeps travelling. Bertha said straight lines were for people with nothing to do. Edition of 80.',
      stock: [3],
    },
    {
      name: 'Phases over the Pines',
      category: 'Art prints',
      price: '68.00',
      picture: picture('print', 7, 'char', 2),
      about:
        'Five moons over a dark treeline, printed in a black that has a good deal of blue in it. The stars are the paper itself, kept clear with a pin. Looks plain by day; in the evening, by lamplight, it does something. Edition of 120, signed and numbered.',
      options: { Size: SIZES, Frame: FRAMED },
    },
    {
      name: 'Island Chart',
      category: 'Art prints',
      price: '56.00',
      picture: picture('print', 8, 'oat', 3),
      about:
        'Contour lines of a place that does not exist, drawn on a ferry to one that does. The rings are cut by hand and wander like real ones. A calm thing for a hallway or above a desk. Edition of 100 in two sandy inks and one brown.',
      options: { Size: SIZES },
    },
    {
      name: 'Citrus Study, printable',
      category: 'Digital downloads',
      price: '9.00',
      picture: picture('print', 9, 'saffron', 4),
      digital: true,
      about:
        'Our kitchen print as a file, for those who live too far for paper. You get four sizes up to A2 at 300 dpi in RGB and CMYK, and a note on which paper to ask your print shop for. For your own walls; please do not sell it on.',
      options: { Format: { 'JPEG set': 0, 'JPEG and layered PDF': 4 } },
    },
    {
      name: 'Paper Stars, printable',
      category: 'Digital downloads',
      price: '9.00',
      picture: picture('print', 6, 'ember', 6),
      digital: true,
      about:
        'Cut-out shapes in rust and sand, scanned from the original paper collage so the edges keep their scissors. Four sizes at 300 dpi. It was made for a nursery and has since turned up in two cafés and a dentist’s waiting room, where it is said to help.',
    },
  ],
);
