//! Nothing that is claimed of code is ever wrong, in random programs.

use aluvm_tests::cases;
use proptest::prelude::*;

use crate::claims::{Told, holds};
use crate::programs::{libraries, structured};

fn told() -> impl Strategy<Value = Told> {
    prop_oneof![Just(Told::Nothing), Just(Told::Inputs), Just(Told::Signatures)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(10_000)))]

    #[test]
    fn claims_hold_in_random_programs(
        libraries in libraries(), begin in 0u16..6, seed in any::<u64>(), told in told(),
    ) {
        prop_assert_eq!(holds(&libraries, begin, seed, told), Ok(()));
    }

    #[test]
    fn claims_hold_in_programs_with_loops_and_routines(
        libraries in structured(true), seed in any::<u64>(), told in told(),
    ) {
        prop_assert_eq!(holds(&libraries, 0, seed, told), Ok(()));
    }
}
