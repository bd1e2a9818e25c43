using Cybernetes.Api.AppsV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tests;

public sealed class PatchTests
{
    private static readonly MessageSchema _deployment = SchemaOf<Deployment>();
    private static readonly MessageSchema _pod = SchemaOf<Pod>();

    [Theory]
    [InlineData("containers merge by name, new ones first", """{"spec":{"containers":[{"name":"a","image":"1"}]}}""", """{"spec":{"containers":[{"name":"b","image":"2"}]}}""", """{"spec":{"containers":[{"image":"2","name":"b"},{"image":"1","name":"a"}]}}""")]
    [InlineData("a container is changed", """{"spec":{"containers":[{"name":"a","image":"1"},{"name":"b"}]}}""", """{"spec":{"containers":[{"name":"b","image":"2"}]}}""", """{"spec":{"containers":[{"image":"1","name":"a"},{"image":"2","name":"b"}]}}""")]
    [InlineData("a container is deleted", """{"spec":{"containers":[{"name":"a","image":"1"},{"name":"b"}]}}""", """{"spec":{"containers":[{"name":"a","$patch":"delete"}]}}""", """{"spec":{"containers":[{"name":"b"}]}}""")]
    [InlineData("a list is replaced", """{"spec":{"containers":[{"name":"a","image":"1"},{"name":"b"}]}}""", """{"spec":{"containers":[{"name":"c"},{"$patch":"replace"}]}}""", """{"spec":{"containers":[{"name":"c"}]}}""")]
    [InlineData("the order is set", """{"spec":{"containers":[{"name":"a"},{"name":"b"}]}}""", """{"spec":{"$setElementOrder/containers":[{"name":"c"},{"name":"b"},{"name":"a"}],"containers":[{"name":"c"}]}}""", """{"spec":{"containers":[{"name":"c"},{"name":"b"},{"name":"a"}]}}""")]
    [InlineData("primitives are deleted", """{"metadata":{"finalizers":["a","b","c"]}}""", """{"metadata":{"$deleteFromPrimitiveList/finalizers":["b"]}}""", """{"metadata":{"finalizers":["a","c"]}}""")]
    [InlineData("primitives are added", """{"metadata":{"finalizers":["a","b"]}}""", """{"metadata":{"finalizers":["c","b"]}}""", """{"metadata":{"finalizers":["c","a","b"]}}""")]
    [InlineData("atomic lists are replaced", """{"spec":{"containers":[{"name":"a","args":["1","2"]}]}}""", """{"spec":{"containers":[{"name":"a","args":["3"]}]}}""", """{"spec":{"containers":[{"args":["3"],"name":"a"}]}}""")]
    [InlineData("only named keys of a volume stay", """{"spec":{"volumes":[{"name":"v","emptyDir":{}}]}}""", """{"spec":{"volumes":[{"name":"v","$retainKeys":["name","hostPath"],"hostPath":{"path":"/"},"emptyDir":null}]}}""", """{"spec":{"volumes":[{"hostPath":{"path":"/"},"name":"v"}]}}""")]
    [InlineData("null takes away", """{"metadata":{"labels":{"a":"1","b":"2"}}}""", """{"metadata":{"labels":{"a":null}}}""", """{"metadata":{"labels":{"b":"2"}}}""")]
    [InlineData("a map is replaced", """{"metadata":{"labels":{"a":"1"}}}""", """{"metadata":{"labels":{"$patch":"replace","c":"3"}}}""", """{"metadata":{"labels":{"c":"3"}}}""")]
    public void StrategicPatchesApply(string name, string original, string patch, string expected)
    {
        Assert.NotEmpty(name);
        Assert.Equal(expected, StrategicMergePatch.Apply(Value.ParseJson(original), Value.ParseJson(patch), _pod).ToString());
    }

    [Fact]
    public void MissingMergeKeyIsToldAsUpstreamTellsIt()
    {
        var original = Value.ParseJson("""{"spec":{"template":{"spec":{"containers":[{"name":"c"}]}}}}""");
        var patch = Value.ParseJson("""{"spec":{"template":{"spec":{"containers":[{"image":"nokey"}]}}}}""");
        var error = Assert.Throws<PatchException>(() => StrategicMergePatch.Apply(original, patch, _deployment));
        Assert.Equal("map: map[image:nokey] does not contain declared merge key: name", error.Message);
        Assert.Equal(PatchFault.Internal, error.Fault);
    }

    [Fact]
    public void ThreeWayPatchKeepsWhatOthersAdded()
    {
        var original = Value.ParseJson("""{"spec":{"replicas":1,"template":{"spec":{"containers":[{"name":"a","image":"1"},{"name":"old"}]}}}}""");
        var modified = Value.ParseJson("""{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"2"}]}}}}""");
        var current = Value.ParseJson("""{"spec":{"replicas":1,"paused":true,"template":{"spec":{"containers":[{"name":"a","image":"1","tty":true},{"name":"old"},{"name":"injected"}]}}}}""");
        var patch = StrategicMergePatch.CreateThreeWay(original, modified, current, _deployment);
        Assert.Equal(
            """{"spec":{"replicas":null,"template":{"spec":{"$setElementOrder/containers":[{"name":"a"}],"containers":[{"image":"2","name":"a"},{"$patch":"delete","name":"old"}]}}}}""",
            patch.ToString());
        Assert.Equal(
            """{"spec":{"paused":true,"template":{"spec":{"containers":[{"image":"2","name":"a","tty":true},{"name":"injected"}]}}}}""",
            StrategicMergePatch.Apply(current, patch, _deployment).ToString());
    }

    [Theory]
    [InlineData("""[{"op":"add","path":"/a/-","value":3}]""", """{"a":[1,2,3]}""")]
    [InlineData("""[{"op":"add","path":"/a/0","value":0}]""", """{"a":[0,1,2]}""")]
    [InlineData("""[{"op":"remove","path":"/a/-1"}]""", """{"a":[1]}""")]
    [InlineData("""[{"op":"test","path":"/a/1","value":2},{"op":"replace","path":"/a","value":null}]""", """{"a":null}""")]
    [InlineData("""[{"op":"copy","from":"/a/0","path":"/b~1c"},{"op":"move","from":"/a","path":"/d"}]""", """{"b/c":1,"d":[1,2]}""")]
    [InlineData("""[{"op":"test","path":"/none","value":null}]""", """{"a":[1,2]}""")]
    public void JsonPatchesApply(string patch, string expected) =>
        Assert.Equal(expected, JsonPatch.Parse(Value.ParseJson(patch)).Apply(Value.ParseJson("""{"a":[1,2]}""")).ToString());

    [Theory]
    [InlineData("""[{"op":"add","path":"/x/y","value":3}]""")]
    [InlineData("""[{"op":"add","path":"/a/4","value":3}]""")]
    [InlineData("""[{"op":"remove","path":"/none"}]""")]
    [InlineData("""[{"op":"replace","path":"/none","value":1}]""")]
    [InlineData("""[{"op":"test","path":"/a/0","value":2}]""")]
    [InlineData("""[{"op":"bogus","path":"/a"}]""")]
    public void JsonPatchesThatDoNotFitAreUnprocessable(string patch) => Assert.Equal(
        PatchFault.Unprocessable,
        Assert.Throws<PatchException>(() => JsonPatch.Parse(Value.ParseJson(patch)).Apply(Value.ParseJson("""{"a":[1,2]}"""))).Fault);

    [Theory]
    [InlineData("""{"metadata":{"name":"x","nope":1},"spec":{"containers":[{"name":"a","name":"b","bogus":1}]},"bogus":{"a":1,"a":2}}""", """unknown field "metadata.nope", duplicate field "spec.containers[0].name", unknown field "spec.containers[0].bogus", unknown field "bogus" """)]
    [InlineData("""{"apiVersion":"v1","kind":"Pod","metadata":{"labels":{"a":"1","a":"2","b.c":"x"}}}""", """duplicate field "metadata.labels.a" """)]
    public void StrictScanListsUnknownAndDuplicateFieldsInOrder(string document, string findings) =>
        Assert.Equal(findings.TrimEnd(), string.Join(", ", StrictScan.Find(System.Text.Encoding.UTF8.GetBytes(document), _pod)));

    private static MessageSchema SchemaOf<T>()
        where T : IMessage<T> => T.Schema!;
}
