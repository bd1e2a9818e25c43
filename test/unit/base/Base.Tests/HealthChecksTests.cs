using Cybernetes.Base.Health;

namespace Cybernetes.Base.Tests;

public sealed class HealthChecksTests
{
    private readonly HealthChecks _checks = new("readyz");

    public HealthChecksTests() => _checks.Add(HealthCheck.Ping, HealthCheck.Of("etcd", () => "connection refused"));

    [Fact]
    public async Task AFailedCheckIsShownWithItsReasonWithheld()
    {
        var page = await _checks.CheckAllAsync(false, [], TestContext.Current.CancellationToken);
        Assert.Equal((500, "[+]ping ok\n[-]etcd failed: reason withheld\nreadyz check failed\n"), (page.StatusCode, page.Text));
        Assert.Equal(["[-]etcd failed: connection refused"], page.Failures);
    }

    [Fact]
    public async Task AnExcludedCheckIsNotRun()
    {
        var page = await _checks.CheckAllAsync(true, ["etcd", "nope"], TestContext.Current.CancellationToken);
        Assert.Equal("[+]ping ok\n[+]etcd excluded: ok\nwarn: some health checks cannot be excluded: no matches for \"nope\"\nreadyz check passed\n", page.Text);
    }

    [Fact]
    public async Task OneCheckHasItsOwnPath() =>
        Assert.Equal("internal server error: connection refused\n", (await _checks.CheckOneAsync("etcd", TestContext.Current.CancellationToken))!.Text);
}
