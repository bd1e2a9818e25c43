namespace Cybernetes.Api.Machinery.Tests.Apply;

public sealed class FieldSetTests
{
    private const string Wire = """{"f:metadata":{"f:labels":{".":{},"f:app":{}}},"f:spec":{"f:ports":{"k:{\"port\":80}":{".":{},"f:name":{}}},"f:set":{"v:\"a<b\"":{}}}}""";

    [Fact]
    public void AStoredSetIsWrittenAsItWasRead()
    {
        var set = FieldSet.FromWire(Bytes.FromText(Wire));
        Assert.Equal(Wire, set.ToWire().ToString());
        Assert.Equal([".metadata.labels", ".metadata.labels.app", ".spec.ports[port=80]", ".spec.ports[port=80].name", ".spec.set[=\"a<b\"]"], set.Paths());
        Assert.Equal(FieldSet.FromValue(Value.ParseJson(Wire)), set);
    }

    [Fact]
    public void ASetThatLosesAndGainsNothingStaysTheVerySame()
    {
        var set = FieldSet.FromWire(Bytes.FromText(Wire));
        Assert.Same(set, set.Difference(FieldSet.OfFields(["spec", "replicas"])));
        Assert.Same(set, set.Union(FieldSet.OfFields(["metadata", "labels"])));
        Assert.Same(set, set.RecursiveDifference(FieldSet.OfFields(["status"])));
    }

    [Fact]
    public void OperationsLeaveTheirOperandsAlone()
    {
        var set = FieldSet.FromWire(Bytes.FromText(Wire));
        var without = set.RecursiveDifference(FieldSet.OfFields(["spec"]));
        Assert.Equal("""{"f:metadata":{"f:labels":{".":{},"f:app":{}}}}""", without.ToWire().ToString());
        Assert.Equal("""{"f:metadata":{"f:labels":{".":{},"f:app":{}}},"f:status":{}}""", without.Union(FieldSet.OfFields(["status"])).ToWire().ToString());
        Assert.Equal(Wire, FieldSet.FromWire(Bytes.FromText(Wire)).ToWire().ToString());
    }
}
