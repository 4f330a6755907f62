//! Indexes and depths as `amplify` has them.

use aluvm::isa::{Idx8, Idx16, Idx32};
use aluvm_rgb::number::AmplifyNumber;
use amplify::num::{u3, u4, u5, u24};

#[test]
fn numbers_are_the_same() {
    for byte in 0..=u8::MAX {
        let [three, four, five] = [
            Idx8::new(byte).map(|index| index.to_amplify().map(|number| number.to_u8())),
            Idx16::new(byte).map(|index| index.to_amplify().map(|number| number.to_u8())),
            Idx32::new(byte).map(|index| index.to_amplify().map(|number| number.to_u8())),
        ];
        for (ours, theirs) in [
            (three, u3::try_from(byte).ok().map(|three| Idx8::from_amplify(three).byte())),
            (four, u4::try_from(byte).ok().map(|four| Idx16::from_amplify(four).byte())),
            (five, u5::try_from(byte).ok().map(|five| Idx32::from_amplify(five).byte())),
        ] {
            assert_eq!(ours.flatten(), theirs, "{byte}");
            assert!(theirs.is_none_or(|theirs| theirs == byte));
        }
    }
    for depth in [0, 1, 0xFFFF, 0x10000, 0xFF_FFFF, 0x100_0000, u32::MAX] {
        let theirs = u24::try_from(depth).ok();
        assert_eq!(depth.to_amplify(), theirs);
        assert!(theirs.is_none_or(|theirs| u32::from_amplify(theirs) == depth));
    }
}
