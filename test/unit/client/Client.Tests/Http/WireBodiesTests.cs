using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client.Http;

namespace Cybernetes.Client.Tests.Http;

public sealed class WireBodiesTests
{
    private static readonly ConfigMap _map = new() { Metadata = new ObjectMeta { Name = "a", Namespace = "b" } };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AnObjectComesBackAsItWentInEitherEncoding(bool protobuf)
    {
        var (bytes, type) = WireBodies.Encode(_map, protobuf);

        Assert.Equal(protobuf ? WireBodies.Protobuf : WireBodies.Json, type);
        Assert.Equal(_map, WireBodies.Decode(bytes, type, expected: null));
    }

    [Fact]
    public void TheKindOfADocumentIsFoundWhereverItStands()
    {
        Assert.Equal(_map.GroupVersionKind, WireBodies.KindOf("""{"metadata":{"kind":"X"},"kind":"ConfigMap","data":{},"apiVersion":"v1"}"""u8));
        Assert.Equal(default, WireBodies.KindOf("""{"kind":"""u8));
    }

    [Fact]
    public void ADocumentOfAnUndeclaredKindIsNotDecoded() =>
        Assert.Null(WireBodies.DecodeJson("""{"kind":"Foo","apiVersion":"example.com/v1"}"""u8, expected: null));
}
