using Cybernetes.Api;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Tests;

/// <summary>What OpenAPI and <c>kubectl explain</c> say of kinds and fields comes from the declarations' comments.</summary>
public sealed class DocumentationTests
{
    private static readonly string[] _groupsOfFiles = ["kubelet.config.k8s.io", "kubeproxy.config.k8s.io", "kubescheduler.config.k8s.io", "apiserver.k8s.io", "apiserver.config.k8s.io", "client.authentication.k8s.io", "kubeadm.k8s.io", "credentialprovider.kubelet.k8s.io", "kubectl.config.k8s.io"];

    [Fact]
    public void EveryServedKindIsDescribed() =>
        Assert.Empty(Kinds.All.Where(codec => !_groupsOfFiles.Contains(codec.Info.Kind.Group) && codec.Info.Plural.Length > 0 && codec.Schema.Doc.Length == 0).Select(codec => codec.Info.Kind.ToString()));

    [Fact]
    public void EveryFieldOfTheStableKindsIsDescribed()
    {
        var bare = new List<string>();
        var seen = new HashSet<MessageSchema>();
        foreach (var codec in Kinds.All.Where(codec => codec.Info.Kind.Version is "v1" or "v2" && codec.Info.Plural.Length > 0))
        {
            Visit(codec.Schema, seen, bare);
        }

        Assert.Empty(bare);
        Assert.True(seen.Count > 400, $"only {seen.Count} messages were looked at");
    }

    [Fact]
    public void AFieldWithoutWordsOfItsOwnShowsThoseOfItsNamesake()
    {
        var common = Kinds.Find(new("", "v1", "Pod"))!.Schema.Find("spec")!.Message!.Find("ephemeralContainers")!.Message!;

        Assert.Equal(Kinds.Find(new("", "v1", "Pod"))!.Schema.Find("spec")!.Message!.Find("containers")!.Message!.Find("image")!.Doc, common.Find("image")!.Doc);
    }

    [Fact]
    public void AFieldWithoutAnyWordsShowsThoseOfItsType()
    {
        var pod = Kinds.Find(new("", "v1", "Pod"))!.Schema;

        Assert.Equal(pod.Find("spec")!.Message!.Doc, pod.Find("spec")!.Doc);
    }

    private static void Visit(MessageSchema message, HashSet<MessageSchema> seen, List<string> bare)
    {
        if (!seen.Add(message))
        {
            return;
        }

        foreach (var field in message.Fields)
        {
            if (field.Doc.Length == 0)
            {
                bare.Add($"{message.Package}.{message.Name}.{field.JsonName}");
            }

            if (field.Message is { } inner)
            {
                Visit(inner, seen, bare);
            }
        }
    }
}
