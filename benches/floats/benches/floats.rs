//! Every format, operation and rounding mode beside the other implementations that have it.

use std::time::Duration;

use aluvm_float_benches::{PAIRS, cases};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn floats(criterion: &mut Criterion) {
    for case in cases() {
        let name = format!("{} {} {:?}", case.format.name(), case.operation.name(), case.rounding);
        let mut group = criterion.benchmark_group(name);
        group.throughput(Throughput::Elements(PAIRS as u64));
        group.bench_function(case.who, |bencher| bencher.iter(|| (case.run)()));
        group.finish();
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .sample_size(20);
    targets = floats
}
criterion_main!(benches);
