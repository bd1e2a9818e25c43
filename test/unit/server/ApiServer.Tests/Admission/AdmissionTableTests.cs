using System.Text;
using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.Authorization.Modes;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Tests.Admission;

/// <summary>Requests and what one plugin makes of them, from readable tables: see the files' first lines.</summary>
public sealed class AdmissionTableTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Admission", "tables"), "*.txt").Order(StringComparer.Ordinal))
        {
            var plugin = Path.GetFileNameWithoutExtension(file);
            foreach (var block in File.ReadAllText(file).Split("\n== ").Skip(1))
            {
                data.Add(plugin, block.TrimEnd());
            }
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task APluginDoesWhatItsTableSays(string plugin, string block)
    {
        var lines = block.Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => (Word: line[..line.IndexOf(':', StringComparison.Ordinal)], Text: line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim())).ToList();
        string Last(string word) => lines.LastOrDefault(line => line.Word == word).Text ?? "";
        var cluster = new FakeCluster();
        foreach (var (_, text) in lines.Where(line => line.Word == "has"))
        {
            cluster.Put((IObject)Read(text)!);
        }
        var context = new AdmissionContext(cluster, cluster, new Authorizer(Last("may").Split(',')), new ManualTime(DateTimeOffset.UnixEpoch));
        if (Last("config") is { Length: > 0 } config)
        {
            var path = Path.GetTempFileName();
            await File.WriteAllTextAsync(path, $$"""{"plugins": [{"name": "{{plugin}}", "configuration": {{config}}}]}""", TestContext.Current.CancellationToken);
            context = AdmissionFile.Configure(path, context);
            File.Delete(path);
        }
        var chain = AdmissionPlugins.Create([plugin], [.. AdmissionPlugins.DefaultOn.Where(name => name != plugin)], context);
        var expected = lines.Where(line => line.Word is "refuses" or "gives" or "warns" or "admits" or "annotates").Select(line => $"{line.Word}: {line.Text}".TrimEnd(' ')).ToList();
        var given = new List<string>();
        foreach (var (word, text) in lines.Where(line => line.Word is "create" or "update" or "delete" or "connect"))
        {
            given.AddRange(await AskAsync(chain, word, text, Last("old"), Last("user"), Last("at"), Last("subresource")));
        }
        Assert.Equal(expected, given);
    }

    private static async Task<List<string>> AskAsync(AdmissionChain chain, string word, string text, string old, string user, string at, string subresource)
    {
        var kind = Read(text)!;
        var meta = ((IObject)kind).Metadata;
        var attributes = new AdmissionAttributes
        {
            Operation = Enum.Parse<AdmissionOperation>(word, ignoreCase: true),
            Kind = kind.GroupVersionKind,
            Resource = Kinds.Find(kind.GroupVersionKind)!.Info.Resource,
            Subresource = subresource,
            User = new UserInfo(user.Length > 0 ? user.Split(' ')[0] : "u") { Groups = user.Split(' ').Skip(1).ToArray() },
            Namespace = kind.GroupVersionKind.Kind == "Namespace" ? meta.Name : meta.Namespace,
            Name = meta.Name,
            Object = word == "delete" ? null : kind,
            OldObject = word == "delete" ? kind : old.Length > 0 ? Read(old) : null,
        };
        var refusal = await chain.MutateAsync(attributes, TestContext.Current.CancellationToken) ?? await chain.ValidateAsync(attributes, TestContext.Current.CancellationToken);
        var given = attributes.Warnings.Select(warning => $"warns: {warning}").ToList();
        given.AddRange(attributes.AuditAnnotations.Select(annotation => $"annotates: {annotation.Key} {annotation.Value}"));
        if (refusal is not null)
        {
            given.Add($"refuses: {refusal.Code} {refusal.Message}");
        }
        else if (at.Length > 0 && attributes.Object is { } result)
        {
            var value = Value.ParseJson(JsonEncoder.ToArray(result)).At(at.Split('.'));
            given.Add($"gives: {Encoding.UTF8.GetString(value.ToJson())}");
        }
        else
        {
            given.Add("admits: ");
        }
        return [.. given.Select(line => line.TrimEnd(' '))];
    }

    private static IKind? Read(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var value = Value.ParseJson(bytes);
        return Kinds.Find(GroupVersionKind.From(value["apiVersion"].AsString!, value["kind"].AsString!))!.ReadJson(bytes);
    }

    // Allows "verb resource" pairs.
    private sealed class Authorizer(string[] allowed) : IAuthorizer
    {
        public ValueTask<Verdict> AuthorizeAsync(AuthorizationAttributes attributes, CancellationToken cancellationToken) =>
            ValueTask.FromResult(allowed.Contains($"{attributes.Verb} {attributes.Resource}") ? Verdict.Allow() : Verdict.NoOpinion());
    }
}
