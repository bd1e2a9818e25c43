using Cybernetes.Api.FlowControlV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.ApiServer.FlowControl;

namespace Cybernetes.ApiServer.Tests.FlowControl;

public sealed class FlowControllerTests : IDisposable
{
    private readonly FakeCluster _cluster = new();
    private readonly FlowController _flow;

    public FlowControllerTests()
    {
        Level("work", shares: 95, lendable: 0, queues: 16, limit: 5);
        Schema("all", "work", 100);
        _flow = new FlowController(_cluster, 4, TimeSpan.FromMinutes(1), TimeProvider.System);
    }

    [Fact]
    public async Task ALevelRunsItsSeatsQueuesSomeAndRefusesTheRest()
    {
        var running = new List<FlowTicket?>();
        for (var i = 0; i < 4; i++)
        {
            running.Add(await EnterAsync("alice"));
        }
        Assert.DoesNotContain(null, running);
        // One flow's hand of one queue holds five.
        var waiting = Enumerable.Range(0, 5).Select(_ => EnterAsync("alice").AsTask()).ToArray();
        Assert.All(waiting, w => Assert.False(w.IsCompleted));
        Assert.Null(await EnterAsync("alice"));
        running[0]!.Dispose();
        Assert.NotNull(await await Task.WhenAny(waiting));
        Assert.Equal(4, waiting.Count(w => !w.IsCompleted));
        foreach (var ticket in running.Skip(1))
        {
            ticket!.Dispose();
        }
        Assert.All(await Task.WhenAll(waiting.Take(4)), Assert.NotNull);
    }

    [Fact]
    public async Task MetricsTellOfLevelsSeatsAndRefusals()
    {
        var registry = new Base.Metrics.MetricsRegistry();
        _flow.Report(registry);
        var running = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EnterAsync("alice").AsTask()));
        var waiting = Enumerable.Range(0, 5).Select(_ => EnterAsync("alice").AsTask()).ToArray();
        Assert.Null(await EnterAsync("alice"));
        var text = System.Text.Encoding.UTF8.GetString(registry.Write());
        Assert.Contains("apiserver_flowcontrol_current_executing_seats{flow_schema=\"all\",priority_level=\"work\"} 4\n", text, StringComparison.Ordinal);
        Assert.Contains("apiserver_flowcontrol_current_inqueue_requests{flow_schema=\"all\",priority_level=\"work\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("apiserver_flowcontrol_rejected_requests_total{flow_schema=\"all\",priority_level=\"work\",reason=\"queue-full\"} 1\n", text, StringComparison.Ordinal);
        foreach (var ticket in running)
        {
            ticket!.Dispose();
        }
        await Task.WhenAll(waiting.Take(4));
    }

    [Fact]
    public async Task AFloodFromOneUserLeavesAnotherItsTurn()
    {
        var running = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => EnterAsync("flood").AsTask()));
        var flood = Enumerable.Range(0, 5).Select(_ => EnterAsync("flood").AsTask()).ToArray();
        var other = EnterAsync("calm").AsTask();
        // The other user waits behind at most one request of the flood, not behind all.
        running[0]!.Dispose();
        running[1]!.Dispose();
        Assert.NotNull(await other.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.True(flood.Count(f => f.IsCompleted) <= 1);
    }

    [Fact]
    public async Task MastersAreExempt()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal("exempt", (await _flow.EnterAsync(Ask("root", UserInfo.MastersGroup), 1, TestContext.Current.CancellationToken))!.Level);
        }
    }

    [Fact]
    public async Task IdleSeatsAreLent()
    {
        Level("idle", shares: 100, lendable: 100, queues: 0, limit: 0);
        using var flow = new FlowController(_cluster, 20, TimeSpan.FromMinutes(1), TimeProvider.System);
        for (var i = 0; i < 18; i++)
        {
            Assert.NotNull(await flow.EnterAsync(Ask("alice"), 1, TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task WhoWaitsTooLongIsRefused()
    {
        using var flow = new FlowController(_cluster, 1, TimeSpan.FromMilliseconds(1), TimeProvider.System);
        Assert.NotNull(await flow.EnterAsync(Ask("alice"), 1, TestContext.Current.CancellationToken));
        Assert.Null(await flow.EnterAsync(Ask("alice"), 1, TestContext.Current.CancellationToken));
        Assert.Contains("work, 0, false, false, 0, 1, 1, 0, 1, 0", flow.DumpPriorityLevels());
    }

    public void Dispose() => _flow.Dispose();

    private ValueTask<FlowTicket?> EnterAsync(string user) => _flow.EnterAsync(Ask(user), 1, TestContext.Current.CancellationToken);

    private static AuthorizationAttributes Ask(string user, string group = "g") => new()
    {
        User = new UserInfo(user) { Groups = [group, UserInfo.AuthenticatedGroup] },
        Verb = "get",
        IsResourceRequest = true,
        Resource = "pods",
        Namespace = "ns",
    };

    private void Level(string name, int shares, int lendable, int queues, int limit) => _cluster.Put(PriorityLevelConfiguration.Empty with
    {
        Metadata = ObjectMeta.Empty with { Name = name },
        Spec = PriorityLevelConfigurationSpec.Empty with
        {
            Type = "Limited",
            Limited = LimitedPriorityLevelConfiguration.Empty with
            {
                NominalConcurrencyShares = shares,
                LendablePercent = lendable,
                LimitResponse = LimitResponse.Empty with { Type = "Queue", Queuing = queues == 0 ? null : QueuingConfiguration.Empty with { Queues = queues, HandSize = 1, QueueLengthLimit = limit } },
            },
        },
    });

    private void Schema(string name, string level, int precedence) => _cluster.Put(FlowSchema.Empty with
    {
        Metadata = ObjectMeta.Empty with { Name = name },
        Spec = FlowSchemaSpec.Empty with
        {
            MatchingPrecedence = precedence,
            PriorityLevelConfiguration = PriorityLevelConfigurationReference.Empty with { Name = level },
            DistinguisherMethod = FlowDistinguisherMethod.Empty with { Type = "ByUser" },
            Rules =
            [
                PolicyRulesWithSubjects.Empty with
                {
                    Subjects = [Api.FlowControlV1.Subject.Empty with { Kind = "Group", Group = GroupSubject.Empty with { Name = "g" } }],
                    ResourceRules = [ResourcePolicyRule.Empty with { Verbs = ["*"], ApiGroups = ["*"], Resources = ["*"], Namespaces = ["*"], ClusterScope = true }],
                },
            ],
        },
    });
}
