//! All rows under criterion: `cargo bench --bench rows -- u64` for some of them.

use std::hint::black_box;

use aluvm_benches::rows::ALL;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn rows(criterion: &mut Criterion) {
    for mut row in ALL.iter().flat_map(|(_, prepare)| prepare()) {
        row.check().expect("all results are equal");
        let mut group = criterion.benchmark_group(row.work);
        for contender in &mut row.contenders {
            group.throughput(Throughput::Elements(contender.operations));
            group.bench_function(contender.name, |bencher| {
                bencher.iter(|| black_box(contender.run()));
            });
        }
    }
}

criterion_group!(all, rows);
criterion_main!(all);
