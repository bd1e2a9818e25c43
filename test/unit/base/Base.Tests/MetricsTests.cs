using System.Text;
using Cybernetes.Base.Metrics;

namespace Cybernetes.Base.Tests;

public sealed class MetricsTests
{
    [Fact]
    public void ThePageIsPrometheusText()
    {
        var metrics = new MetricsRegistry();
        var requests = metrics.Counter("apiserver_request_total", "Counter of requests.", Stability.Stable, "verb", "code");
        requests.With("GET", "200").Inc();
        requests.With("GET", "200").Add(2);
        metrics.Gauge("inflight", "Now.", Stability.Alpha).Set(7);
        var seconds = metrics.Histogram("seconds", "Time.", Stability.Beta, [0.1, 1]);
        seconds.Observe(0.05);
        seconds.Observe(5);
        Assert.Equal("""
            # HELP apiserver_request_total [STABLE] Counter of requests.
            # TYPE apiserver_request_total counter
            apiserver_request_total{code="200",verb="GET"} 3
            # HELP inflight [ALPHA] Now.
            # TYPE inflight gauge
            inflight 7
            # HELP seconds [BETA] Time.
            # TYPE seconds histogram
            seconds_bucket{le="0.1"} 1
            seconds_bucket{le="1"} 1
            seconds_bucket{le="+Inf"} 2
            seconds_sum 5.05
            seconds_count 2

            """, Encoding.UTF8.GetString(metrics.Write()));
    }

    [Fact]
    public void CountersLoseNothingUnderConcurrency()
    {
        var counter = new MetricsRegistry().Counter("c", "", Stability.Alpha, "who");
        Parallel.For(0, 10_000, i => counter.With(i % 2 == 0 ? "a" : "b").Inc());
        Assert.Equal((5000, 5000), (counter.With("a").Current, counter.With("b").Current));
    }
}
