using Cybernetes.Api.Machinery;
using Cybernetes.Kubectl.Commands;
using Cybernetes.Kubectl.Commands.Apply;
using Cybernetes.Kubectl.Commands.Rollout;
using Cybernetes.Kubectl.Commands.Wait;
using Cybernetes.Kubectl.Discovery;
using Cybernetes.Kubectl.Printing;
using Cybernetes.Kubectl.Resources;
using Cybernetes.Kubectl.Sessions;

namespace Cybernetes.Kubectl.Tests;

/// <summary>What a command line means, before any server is asked.</summary>
public sealed class CommandLineTests
{
    private static readonly ResourceInfo _pods = new(new("", "v1", "Pod"), "pods", true) { Singular = "pod", ShortNames = ["po"], Categories = ["all"], Verbs = ["list"] };
    private static readonly ResourceInfo _deployments = new(new("apps", "v1", "Deployment"), "deployments", true) { Singular = "deployment", ShortNames = ["deploy"], Categories = ["all"], Verbs = ["list"] };
    private static readonly ResourceInfo _events = new(new("", "v1", "Event"), "events", true) { Singular = "event", ShortNames = ["ev"] };
    private static readonly ResourceInfo _newEvents = new(new("events.k8s.io", "v1", "Event"), "events", true) { Singular = "event", ShortNames = ["ev"] };
    private static readonly ResourceMap _map = new([_pods, _events, _deployments, _newEvents]);

    [Theory]
    [InlineData("po", "pods")]
    [InlineData("Pod", "pods")]
    [InlineData("deployment.apps", "deployments")]
    [InlineData("deployments.v1.apps", "deployments")]
    public void AResourceIsFoundByAnyOfItsNames(string text, string plural) => Assert.Equal(plural, _map.Find(text).Plural);

    [Fact]
    public void TheGroupChoosesAmongResourcesOfOneName()
    {
        Assert.Equal("", _map.Find("ev").Kind.Group);
        Assert.Equal("events.k8s.io", _map.Find("events.events.k8s.io").Kind.Group);
    }

    [Fact]
    public void AnUnknownTypeIsNamedInTheError() =>
        Assert.Equal("error: the server doesn't have a resource type \"nopes\"", Assert.Throws<KubectlException>(() => _map.Find("nopes")).Message);

    [Fact]
    public void TypesAndNamesAreMultiplied() =>
        Assert.Equal(["pods/a", "pods/b", "deployments/a", "deployments/b"], ResourceQuery.Parse(["po,deploy", "a", "b"], _map).Select(query => $"{query.Info.Plural}/{query.Name}"));

    [Fact]
    public void ACategoryStandsForItsResources() =>
        Assert.Equal(["pods", "deployments"], ResourceQuery.Parse(["all"], _map).Select(query => query.Info.Plural));

    [Fact]
    public void PairsCannotBeMixedWithATypeOfItsOwn() =>
        Assert.StartsWith("error: there is no need to specify a resource type as a separate argument", Assert.Throws<KubectlException>(() => ResourceQuery.Parse(["pods", "po/a"], _map)).Message);

    [Fact]
    public void GlobalFlagsMayStandBeforeTheCommand()
    {
        var (command, rest) = CommandTable.Find(["-n", "shop", "--context=x", "rollout", "status", "deploy/web"]);

        Assert.Equal("rollout status", command!.Name);
        Assert.Equal(["-n", "shop", "--context=x", "deploy/web"], rest);
    }

    [Fact]
    public void JsonIsIndentedByFourSpaces() =>
        Assert.Equal("{\n    \"a\": [\n        1\n    ],\n    \"b\": {},\n    \"c\": \"\\u003c\"\n}", IndentedJson.Write(Value.ParseJson("""{"c":"<","a":[1],"b":{}}""")));

    [Fact]
    public void CustomColumnsShowNoneWhereNothingIsFound()
    {
        using var output = new StringWriter { NewLine = "\n" };
        ObjectPrinter.Of("custom-columns=NAME:.metadata.name,NODE:.spec.nodeName")!.Print(Value.ParseJson("""{"metadata":{"name":"web"}}"""), output);

        Assert.Equal("NAME   NODE\nweb    <none>\n", output.ToString());
    }

    [Fact]
    public void AnUnknownFormatIsRefused() =>
        Assert.StartsWith("error: unable to match a printer suitable for the output format \"xml\"", Assert.Throws<KubectlException>(() => ObjectPrinter.Of("xml")).Message);

    [Fact]
    public void NumbersInNamesSortAsNumbers() =>
        Assert.Equal(["web-2", "web-10"], ObjectSorter.Sort([Named("web-10"), Named("web-2")], "{.metadata.name}").Select(one => one.At("metadata", "name").AsString));

    [Fact]
    public void TheAppliedDocumentStandsInItsOwnAnnotationWithoutIt()
    {
        var once = LastApplied.Annotate(Named("web"));

        Assert.Equal(once, LastApplied.Annotate(once));
        Assert.Equal("{\"metadata\":{\"annotations\":{},\"name\":\"web\"}}\n", once.At("metadata", "annotations")[LastApplied.Annotation].AsString);
    }

    [Fact]
    public void WhatWasTakenOutOfTheFileIsTakenOutOfTheObject()
    {
        var last = Value.ParseJson("""{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"x"},{"name":"b","image":"y"}]}}}}""");
        var now = Value.ParseJson("""{"spec":{"template":{"spec":{"containers":[{"name":"a","image":"z"}]}}}}""");
        var live = Value.ParseJson("""{"spec":{"replicas":3,"template":{"spec":{"containers":[{"name":"a","image":"x"},{"name":"b","image":"y"}]}}}}""");

        var patch = ThreeWayPatch.Make(new("apps", "v1", "Deployment"), last, now, live);

        Assert.Equal("application/strategic-merge-patch+json", patch.MediaType);
        Assert.Contains("""{"$patch":"delete","name":"b"}""", patch.Document.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("replicas", patch.Document.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ARolloutIsOverWhenAllNewPodsAreAvailable()
    {
        var document = Value.ParseJson("""{"metadata":{"name":"web","generation":2},"spec":{"replicas":2},"status":{"observedGeneration":2,"updatedReplicas":2,"replicas":2,"availableReplicas":1}}""");

        Assert.Equal(("Waiting for deployment \"web\" rollout to finish: 1 of 2 updated replicas are available...\n", false), RolloutView.Of("Deployment", document));
        Assert.Equal(("deployment \"web\" successfully rolled out\n", true), RolloutView.Of("Deployment", document.With("status", document["status"].With("availableReplicas", 2))));
    }

    [Theory]
    [InlineData("condition=ready", true)]
    [InlineData("condition=Ready=False", false)]
    [InlineData("jsonpath={.status.phase}=Running", true)]
    [InlineData("jsonpath='{.status.phase}'=Pending", false)]
    [InlineData("jsonpath={.status.podIP}", false)]
    public void AGoalIsMetByTheObject(string goal, bool met) =>
        Assert.Equal(met, WaitGoal.Parse(goal).IsMet(Value.ParseJson("""{"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}]}}""")));

    private static Value Named(string name) => Value.MapOf(("metadata", Value.MapOf(("name", name))));
}
