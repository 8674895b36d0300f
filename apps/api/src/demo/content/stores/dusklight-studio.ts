import { picture, store } from '../catalogue';

export const dusklightStudio = store(
  'DS',
  {
    name: 'Dusklight Studio',
    vendor: 'ravimenon',
    description:
      'Lamps for the last three hours of the day. Ravi was a stage electrician and believes that a room should have five small lights rather than one large one. Bases are thrown, turned or cast in the studio; shades are stretched by hand; everything is wired to code and tested for a week.',
    address: '115 Highland Street, Marfa, TX 79843',
    phone: '+1 432 555 0128',
    email: 'light@dusklight.example.com',
    shippingFee: '14.00',
    freeShippingOver: '250.00',
    seed: 3304,
  },
  [
    {
      name: 'Harbour jug table lamp',
      category: 'Lighting',
      price: '186.00',
      picture: picture('lamp', 0, 'harbour', 7),
      about:
        'A wide-shouldered ceramic base under a linen shade that keeps glare out of your eyes on the sofa. The glaze was meant to be green and came out of the kiln like this, so we wrote down what we did wrong. Inline switch, two metres of cloth-covered flex, takes any E26 bulb up to 60 W.',
      options: { Shade: { Linen: 0, 'Warm white': 0 } },
      stock: [7, 3],
    },
    {
      name: 'Ochre column lamp',
      category: 'Lighting',
      price: '164.00',
      picture: picture('lamp', 1, 'saffron', 2),
      about:
        'Tall, slim and happy on a narrow shelf. The base is slip-cast and scraped, with a bare matt surface like good plaster. It gives a pool of light wide enough for two books. The flex leaves at the back, where nobody looks, and the foot is felted.',
    },
    {
      name: 'Globe bedside lamp, rose',
      category: 'Lighting',
      price: '142.00',
      picture: picture('lamp', 2, 'rose', 3),
      about:
        'A ball of pink stoneware with a small shade, the right height for reading in bed and the right brightness for falling asleep. The switch is on the base; you can find it with your eyes shut. Comes with a 4 W bulb of the colour of late evening.',
      options: { Set: { Single: 0, Pair: 122 } },
    },
    {
      name: 'Turned spindle lamp',
      category: 'Lighting',
      price: '198.00',
      picture: picture('lamp', 3, 'char', 4),
      about:
        'An ebonised base, turned from one piece, with more curves than we usually allow. The wide shade puts light on the table rather than on the ceiling. It is wood, so it is warm to the touch and light to carry from room to room. Oiled, not lacquered.',
      stock: [2],
    },
    {
      name: 'Mushroom lamp, sage',
      category: 'Lighting',
      price: '210.00',
      picture: picture('lamp', 4, 'sage', 1),
      about:
        'A ceramic dome on a ceramic stem, glazed together and lit from within. The light goes down and out, never up into your face. Children believe it is a toadstool, and there is no need to correct them. It dims with a turn of the flex switch.',
    },
    {
      name: 'Indigo dome pendant',
      category: 'Lighting',
      price: '175.00',
      picture: picture('pendant', 0, 'indigo', 2),
      about:
        'For above a table. Enamelled in dark blue outside and white inside, so the light that comes down is clean and the shade is quiet. The ceiling rose and holder are brass and will darken. Three metres of flex, shortened by us if you tell us the height of your room.',
      options: { Diameter: { '32 cm': 0, '45 cm': 60 } },
      stock: [6, 0],
    },
    {
      name: 'Ember cone pendant',
      category: 'Lighting',
      price: '158.00',
      picture: picture('pendant', 1, 'ember', 3),
      about:
        'A simple spun cone in burnt orange that looks as though it has always hung there. One over a sink, two over a counter, three over a long table. The inside is satin white. Hung low, it makes an island of light; hung high, just good manners.',
    },
    {
      name: 'Woven cane globe',
      category: 'Lighting',
      price: '132.00',
      picture: picture('pendant', 2, 'oat', 4),
      about:
        'Woven over a mould by two sisters in the next county, who will not tell us how the last strand is tucked in. By day it is a basket; at night it throws a net of shadows across the ceiling. Light, unbreakable and easy to dust with a hairdryer.',
      options: { Diameter: { '38 cm': 0, '52 cm': 48 } },
    },
    {
      name: 'Chalk bell pendant',
      category: 'Lighting',
      price: '149.00',
      picture: picture('pendant', 3, 'chalk', 5),
      about:
        'Cast in bone-coloured stoneware, thin enough at the rim to glow a little. It has the shape of a school bell and the weight of a teapot, so the flex is steel inside. Suits hallways and low ceilings. Each one rings slightly differently if you tap it.',
      stock: [3],
    },
  ],
);
