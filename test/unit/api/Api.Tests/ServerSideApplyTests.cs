using System.Text;
using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tests;

public sealed class ServerSideApplyTests
{
    private static readonly FieldManager _deployments = ManagerOf<Deployment>();
    private static readonly FieldManager _configMaps = ManagerOf<ConfigMap>();

    /// <summary>Upstream's recorded answers to applies: each step starts from the object that upstream answered before.</summary>
    public static IEnumerable<TheoryDataRow<string, string, string, string>> Recorded()
    {
        if (Spec.Find("recordings/scenarios.jsonl") is not { } file)
        {
            return [new("", "", "", "") { Skip = "the recordings (spec/recordings) are not beside the checkout" }];
        }

        var rows = new List<TheoryDataRow<string, string, string, string>>();
        var scenario = File.ReadLines(file).Select(line => Value.ParseJson(line)).First(line => line["id"].AsString == "server-side-apply");
        var live = new Dictionary<string, Value>();
        foreach (var step in scenario["steps"].Items)
        {
            var path = step["path"].AsString!;
            var name = path.Split('?')[0];
            var current = live.GetValueOrDefault(name);
            if (step["type"].AsString == "application/apply-patch+yaml" && path.Contains("fieldManager", StringComparison.Ordinal) && step["answer"]["code"].AsInteger != 400)
            {
                rows.Add(new(path, Body(step["body"]).ToString(), current.ToString(), step["answer"].ToString()) { TestDisplayName = $"step {rows.Count}: {path}" });
            }

            if (step.At("answer", "object").IsMap && step["method"].AsString is not "GET")
            {
                live[name] = step.At("answer", "object");
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Recorded))]
    public void AppliesOwnWhatUpstreamSaysTheyOwn(string path, string patch, string live, string answer)
    {
        var manager = path.Split("fieldManager=")[1].Split('&')[0];
        var fields = path.Contains("deployments", StringComparison.Ordinal) ? _deployments : path.Contains("services", StringComparison.Ordinal) ? ManagerOf<Service>() : _configMaps;
        var empty = path.Contains("deployments", StringComparison.Ordinal) ? Value.ToValue(Empty<Deployment>()) : Value.ToValue(Empty<ConfigMap>());
        var before = Value.ParseJson(live);
        before = before.IsNull ? empty : before.With("metadata", before["metadata"].With("uid", "u"));
        var expected = Value.ParseJson(answer);
        try
        {
            var merged = fields.Apply(before, Value.ParseJson(patch), manager, path.Contains("force=true", StringComparison.Ordinal));
            Assert.Equal(WithoutTimes(expected.At("object", "metadata", "managedFields")), WithoutTimes(merged.At("metadata", "managedFields")));
            Assert.Equal(expected.At("object", "data").ToString(), merged["data"].ToString());
        }
        catch (Exception e) when (e is ApplyConflictException or ApplyException)
        {
            Assert.Equal(expected.At("status", "message").AsString, e.Message);
        }
    }

    [Fact]
    public void CreatingOwnsWhatTheEmptyObjectHasNot()
    {
        var created = Value.ParseJson("""
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d","uid":"u","labels":{"a":"b"}},
             "spec":{"replicas":1,"selector":{"matchLabels":{"a":"b"}},"strategy":{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%"}},
             "template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i","resources":{},"ports":[{"containerPort":80,"protocol":"TCP"}]}],"securityContext":{}}}},"status":{}}
            """);
        var managed = _deployments.Update(Value.ToValue(Empty<Deployment>()), created, "kubectl-create").At("metadata", "managedFields").Items[0];
        Assert.Equal("Update", managed["operation"].AsString);
        Assert.Equal(
            """{"f:metadata":{"f:labels":{".":{},"f:a":{}}},"f:spec":{"f:replicas":{},"f:selector":{},"f:strategy":{"f:rollingUpdate":{".":{},"f:maxSurge":{}},"f:type":{}},"f:template":{"f:metadata":{"f:labels":{".":{},"f:a":{}}},"f:spec":{"f:containers":{"k:{\"name\":\"c\"}":{".":{},"f:image":{},"f:name":{},"f:ports":{".":{},"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"f:containerPort":{},"f:protocol":{}}},"f:resources":{}}},"f:securityContext":{}}}}}""",
            managed["fieldsV1"].ToString());
    }

    [Fact]
    public void UpdatesTakeFieldsFromOthersAndRemovedFieldsAreNobodys()
    {
        var live = _configMaps.Update(Value.ToValue(Empty<ConfigMap>()), Map("""{"a":"1","b":"2"}"""), "one");
        live = _configMaps.Update(live, live.With("data", Value.ParseJson("""{"a":"9"}""")), "two");
        Assert.Equal(
            """[{"one":{"f:data":{}}},{"two":{"f:data":{"f:a":{}}}}]""",
            Value.List(live.At("metadata", "managedFields").Items.Select(entry => Value.MapOf((entry["manager"].AsString!, entry["fieldsV1"]))).ToValueList()).ToString());
    }

    [Fact]
    public void ManyUpdatersAreCapped()
    {
        var live = _configMaps.Update(Value.ToValue(Empty<ConfigMap>()), Map("""{"k":"v"}"""), "m0");
        for (var i = 1; i <= 14; i++)
        {
            live = _configMaps.Update(live, live.With("data", live["data"].With($"k{i}", "v")), $"m{i}");
        }

        var entries = live.At("metadata", "managedFields").Items;
        Assert.Equal(10, entries.Count);
        Assert.Contains(entries, entry => entry["manager"].AsString == "ancient-changes");
    }

    [Fact]
    public void FirstApplyOfAnUnmanagedObjectKeepsWhatWasThere()
    {
        var live = Map("""{"a":"1"}""");
        var merged = _configMaps.Apply(live, Value.ParseJson("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"},"data":{"b":"2"}}"""), "m", force: false);
        Assert.Equal("""{"a":"1","b":"2"}""", merged["data"].ToString());
        Assert.Equal(["m", "before-first-apply"], merged.At("metadata", "managedFields").Items.Select(entry => entry["manager"].AsString));
    }

    [Fact]
    public void ExtractionGivesOnlyWhatAManagerApplied()
    {
        var live = _deployments.Apply(
            Value.ToValue(Empty<Deployment>()),
            Value.ParseJson("""{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"template":{"spec":{"containers":[{"name":"a","image":"i"}]}}}}"""),
            "m",
            force: false);
        live = live.With("spec", live["spec"].With("replicas", 3));
        Assert.Equal(
            """{"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"d"},"spec":{"template":{"spec":{"containers":[{"image":"i","name":"a"}]}}}}""",
            _deployments.Extract(live, "m")!.Value.ToString());
        Assert.Null(_deployments.Extract(live, "other"));
    }

    [Fact]
    public void ListsMergeInTheOrderOfBoth()
    {
        var type = new MergeType { Kind = MergeKind.List, ElementSource = () => MergeType.Untyped };
        Assert.Equal("""["a","x","b","c"]""", Merge("""["a","b","c"]""", """["a","x","b"]"""));
        Assert.Equal("""["b","c","a"]""", Merge("""["a","b","c"]""", """["c","a"]"""));
        Assert.Equal("""["a","b"]""", Merge("[]", """["a","b"]"""));

        string Merge(string below, string above) => new TypedValue(Value.ParseJson(below), type).Merge(new(Value.ParseJson(above), type)).Value.ToString();
    }

    private static Value Map(string data) => Value.ParseJson($$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c","uid":"u"},"data":{{data}}}""");

    private static Value Body(Value body) => body.AsString is { } yaml ? YamlReader.Read(Encoding.UTF8.GetBytes(yaml)) : body;

    // The recordings leave times out, by which entries are sorted.
    private static string WithoutTimes(Value entries) => Value.List(entries.Items.OrderBy(entry => entry["manager"].AsString, StringComparer.Ordinal).Select(entry => entry.Without("time")).ToValueList()).ToString();

    private static FieldManager ManagerOf<T>()
        where T : class, IKind<T> =>
        new(T.Info.Kind, "", new SingleApplyVersion(T.Info.Kind.ApiVersion, MessageMergeTypes.Of(T.Schema!)), TimeProvider.System);

    private static T Empty<T>()
        where T : IMessage<T> => T.Empty;
}
