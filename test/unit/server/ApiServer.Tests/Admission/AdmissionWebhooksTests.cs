using System.Net;
using System.Text;
using Cybernetes.Api;
using Cybernetes.Api.AdmissionRegistrationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Admission;
using Cybernetes.ApiServer.Admission.Webhooks;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization.Modes;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Tests.Admission;

public sealed class AdmissionWebhooksTests : IDisposable
{
    private static readonly RuleWithOperations _configMaps = new() { Operations = ["CREATE"], Rule = new() { ApiGroups = [""], ApiVersions = ["v1"], Resources = ["configmaps"] } };

    private readonly FakeCluster _cluster = new();
    private readonly HttpListener _listener = new();
    private readonly string _url;
    private Func<Value, Value> _answer = review => Answer(review, ("allowed", true));
    private int _calls;

    public AdmissionWebhooksTests()
    {
        for (var port = 20100; ; port++)
        {
            _url = $"http://127.0.0.1:{port}/";
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(_url);
            try
            {
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (port < 20200)
            {
                // Taken; the next one.
            }
        }
        _ = ServeAsync();
    }

    public void Dispose() => _listener.Close();

    [Fact]
    public async Task AWebhookThatSaysNoIsQuoted()
    {
        _answer = review => Answer(review, ("allowed", false), ("status", Value.MapOf(("message", "not that"), ("code", 418))));
        var refusal = await ValidateAsync(Hook());
        Assert.Equal((418, "admission webhook \"w.example.com\" denied the request: not that"), (refusal!.Code, refusal.Message));
        _answer = review => Answer(review, ("allowed", false));
        refusal = await ValidateAsync(Hook());
        Assert.Equal((400, "admission webhook \"w.example.com\" denied the request without explanation"), (refusal!.Code, refusal.Message));
    }

    [Fact]
    public async Task AWebhookThatFailsRefusesUnlessItsFailuresAreIgnored()
    {
        _answer = _ => Value.MapOf(("kind", "AdmissionReview"), ("apiVersion", "admission.k8s.io/v1"), ("response", Value.MapOf(("uid", "other"), ("allowed", true))));
        var refusal = await ValidateAsync(Hook());
        Assert.StartsWith("Internal error occurred: failed calling webhook \"w.example.com\": received invalid webhook response: expected response.uid=", refusal!.Message, StringComparison.Ordinal);
        Assert.Null(await ValidateAsync(Hook() with { FailurePolicy = "Ignore" }));
    }

    [Fact]
    public async Task OnlyWhatAWebhookIsAboutIsSentToIt()
    {
        _answer = review => Answer(review, ("allowed", false));
        Assert.Null(await ValidateAsync(Hook() with { ObjectSelector = new() { MatchLabels = ValueMap.From([KeyValuePair.Create("a", "b")]) } }));
        Assert.Null(await ValidateAsync(Hook() with { MatchConditions = [new() { Name = "no", Expression = "request.name == 'other'" }] }));
        Assert.Null(await ValidateAsync(Hook() with { Rules = default }));
        Assert.Equal(0, _calls);
    }

    [Fact]
    public async Task ADryRunIsRefusedForWebhooksWithSideEffects() => Assert.Equal(
        "admission webhook \"w.example.com\" does not support dry run",
        (await ValidateAsync(Hook() with { SideEffects = "Some" }, dryRun: true))!.Message);

    [Fact]
    public async Task AMutatingWebhookPatchesTheObjectAndWarns()
    {
        const string patch = """[{"op": "add", "path": "/data", "value": {"added": "yes"}}]""";
        _answer = review => Answer(review, ("allowed", true), ("patchType", "JSONPatch"), ("patch", Convert.ToBase64String(Encoding.UTF8.GetBytes(patch))), ("warnings", Value.List([(Value)"mind this"])));
        _cluster.Put(MutatingWebhookConfiguration.Empty with
        {
            Metadata = ObjectMeta.Empty with { Name = "m" },
            Webhooks = [MutatingWebhook.Empty with { Name = "w.example.com", ClientConfig = new() { Url = _url }, Rules = [_configMaps], SideEffects = "None", AdmissionReviewVersions = ["v1"] }],
        });
        var attributes = Attributes(false);
        Assert.Null(await new MutatingWebhooks(_cluster, new AlwaysDenyAuthorizer()).MutateAsync(attributes, TestContext.Current.CancellationToken));
        Assert.Equal("yes", ((ConfigMap)attributes.Object!).Data["added"]);
        Assert.Equal(["mind this"], attributes.Warnings);
    }

    private ValidatingWebhook Hook() => ValidatingWebhook.Empty with { Name = "w.example.com", ClientConfig = new() { Url = _url }, Rules = [_configMaps], SideEffects = "None", AdmissionReviewVersions = ["v1"] };

    private async Task<Status?> ValidateAsync(ValidatingWebhook hook, bool dryRun = false)
    {
        _cluster.Put(ValidatingWebhookConfiguration.Empty with { Metadata = ObjectMeta.Empty with { Name = "v" }, Webhooks = [hook] });
        return await new ValidatingWebhooks(_cluster, new AlwaysDenyAuthorizer()).ValidateAsync(Attributes(dryRun), TestContext.Current.CancellationToken);
    }

    private static AdmissionAttributes Attributes(bool dryRun) => new()
    {
        Operation = AdmissionOperation.Create,
        Kind = ConfigMap.Info.Kind,
        Resource = ConfigMap.Info.Resource,
        User = new UserInfo("u"),
        Namespace = "ns",
        Name = "c",
        DryRun = dryRun,
        Object = ConfigMap.Empty with { Metadata = ObjectMeta.Empty with { Name = "c", Namespace = "ns" } },
    };

    private static Value Answer(Value review, params ReadOnlySpan<(string, Value)> response) =>
        Value.MapOf(("kind", "AdmissionReview"), ("apiVersion", "admission.k8s.io/v1"), ("response", Value.MapOf(response).With("uid", review.At("request", "uid"))));

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                Interlocked.Increment(ref _calls);
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                await context.Response.OutputStream.WriteAsync(_answer(Value.ParseJson(body.ToArray())).ToJson());
                context.Response.Close();
            }
            catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
