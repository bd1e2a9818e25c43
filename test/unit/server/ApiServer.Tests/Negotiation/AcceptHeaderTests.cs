using Cybernetes.ApiServer.Negotiation;

namespace Cybernetes.ApiServer.Tests.Negotiation;

public sealed class AcceptHeaderTests
{
    [Theory]
    [InlineData("", "Json Whole")]
    [InlineData("*/*", "Json Whole")]
    [InlineData("application/vnd.kubernetes.protobuf,application/json", "Protobuf Whole")]
    [InlineData("application/json;q=0.1,application/yaml", "Yaml Whole")]
    [InlineData("application/json;as=Table;v=v1;g=meta.k8s.io,application/json", "Json Table")]
    [InlineData("application/json;as=Table;v=v9;g=meta.k8s.io,application/json", "Json Whole")]
    [InlineData("application/vnd.kubernetes.protobuf;as=PartialObjectMetadata;g=meta.k8s.io;v=v1", "Protobuf Metadata")]
    public void TheFirstClauseThatCanBeServedIsChosen(string accept, string expected)
    {
        var format = AcceptHeader.Choose(accept, false, out _)!;
        Assert.Equal(expected, $"{format.Encoding} {format.Shape}");
    }

    [Fact]
    public void AnUnknownMediaTypeAndAnUnknownShapeAreToldApart()
    {
        Assert.Null(AcceptHeader.Choose("text/html", false, out var known));
        Assert.False(known);
        Assert.Null(AcceptHeader.Choose("application/json;as=Table;v=v9;g=meta.k8s.io", false, out known));
        Assert.True(known);
    }

    [Fact]
    public void WhatHasNoRowsIsNotAcceptableAsATable()
    {
        const string Table = "application/json;as=Table;v=v1;g=meta.k8s.io";
        Assert.Null(AcceptHeader.Choose(Table, false, out var known, printsTables: false));
        Assert.True(known);
        Assert.Equal(Shape.Whole, AcceptHeader.Choose(Table + ",application/json", false, out _, printsTables: false)!.Shape);
    }
}
