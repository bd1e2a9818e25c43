using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Controllers.GarbageCollection;

namespace Cybernetes.Controllers.Tests.GarbageCollection;

public sealed class DependencyGraphTests
{
    private readonly List<string> _checked = [];
    private readonly List<string> _orphaned = [];
    private readonly DependencyGraph _graph;

    public DependencyGraphTests() => _graph = new DependencyGraph(node => _checked.Add(node.Identity.Name), node => _orphaned.Add(node.Identity.Name));

    private static ObjectIdentity Id(string name) => new("v1", "ConfigMap", "n", name, "uid-" + name);

    private static ObjectMeta Meta(string name, string? owner = null, bool deleting = false, params string[] finalizers) => new()
    {
        Name = name,
        Namespace = "n",
        Uid = "uid-" + name,
        DeletionTimestamp = deleting ? DateTimeOffset.UnixEpoch : null,
        Finalizers = finalizers.ToValueList(),
        OwnerReferences = owner is null ? default : [new OwnerReference { ApiVersion = "v1", Kind = "ConfigMap", Name = owner, Uid = "uid-" + owner, BlockOwnerDeletion = true }],
    };

    [Fact]
    public void WhenAnOwnerGoesItsDependentsAreLookedAt()
    {
        _graph.Observe(Id("owner"), null, Meta("owner"));
        _graph.Observe(Id("child"), null, Meta("child", "owner"));
        Assert.Empty(_checked);

        _graph.Remove("uid-owner");

        Assert.Equal(["child"], _checked);
        Assert.True(_graph.IsAbsent("uid-owner", "n"));
    }

    [Fact]
    public void AForegroundDeletionLooksAtDependentsAndAtTheOwnerAgainWhenTheyAreGone()
    {
        _graph.Observe(Id("owner"), null, Meta("owner"));
        _graph.Observe(Id("child"), null, Meta("child", "owner"));
        _graph.Observe(Id("owner"), Meta("owner"), Meta("owner", null, true, DependencyGraph.ForegroundFinalizer));
        Assert.Equal(["child", "owner"], _checked);
        _checked.Clear();

        _graph.Remove("uid-child");

        Assert.Equal(["owner"], _checked);
    }

    [Fact]
    public void AnOrphaningDeletionIsTold()
    {
        _graph.Observe(Id("owner"), null, Meta("owner"));
        _graph.Observe(Id("owner"), Meta("owner"), Meta("owner", null, true, DependencyGraph.OrphanFinalizer));

        Assert.Equal(["owner"], _orphaned);
    }

    [Theory]
    [InlineData(new[] { OwnerState.Solid }, OwnerVerdict.Keep)]
    [InlineData(new[] { OwnerState.Solid, OwnerState.Dangling }, OwnerVerdict.Release)]
    [InlineData(new[] { OwnerState.Waiting }, OwnerVerdict.DeleteForeground)]
    [InlineData(new[] { OwnerState.Dangling }, OwnerVerdict.Delete)]
    public void AnObjectLivesAsLongAsOneOwnerDoes(OwnerState[] owners, OwnerVerdict verdict) => Assert.Equal(verdict, OwnerRule.Judge(owners, hasDependents: true));
}
