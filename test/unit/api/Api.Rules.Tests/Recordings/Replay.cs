using System.Text;
using System.Text.Json.Nodes;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules.Tests.Recordings;

/// <summary>Asks the rules what the recordings asked upstream's server: decode strictly, default, prepare, validate.</summary>
internal sealed class Replay
{
    private const string Namespace = "oracle";
    private static readonly RequestFacts _facts = new() { User = "admin", Groups = ["system:masters", "system:authenticated"], Now = TestAdmission.Made };

    private readonly Dictionary<string, SortedDictionary<string, string>> _bases = [];
    private IObject? _live;
    private JsonNode? _liveJson;

    public int Cases { get; private set; }

    public int Passed { get; private set; }

    public List<string> Differences { get; } = [];

    public static Replay Of(string file)
    {
        var replay = new Replay();
        foreach (var recording in Recording.Read(file))
        {
            replay.Ask(recording);
        }

        return replay;
    }

    private void Ask(Recording asked)
    {
        Cases++;
        string answer, wanted;
        try
        {
            (answer, wanted) = Compare(asked);
        }
        catch (Exception e) when (e is not WireException)
        {
            (answer, wanted) = ("threw " + e, "");
        }

        if (answer == wanted)
        {
            Passed++;
        }
        else
        {
            Differences.Add($"--- {asked.Id}\n    upstream {wanted}\n    here     {answer}");
        }
    }

    private (string Answer, string Wanted) Compare(Recording asked)
    {
        var live = asked.Id.EndsWith("/live", StringComparison.Ordinal);
        var body = asked.Body;
        if (asked.IsUpdate)
        {
            if (_liveJson is null)
            {
                return ("no live object", $"{asked.Code}");
            }

            body = (JsonObject)_liveJson.DeepClone();
            foreach (var (path, value) in asked.Body)
            {
                JsonSurgery.Put(body, path, value);
            }
        }

        var (code, message, warnings, made) = Decide(asked, body);
        if (asked.Path.StartsWith("/api/v1/namespaces/oracle/endpoints", StringComparison.Ordinal))
        {
            warnings = ["299 - \"v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\"", .. warnings];
        }

        if (made is not null)
        {
            made = TestAdmission.Store(made);
        }

        if (live && made is not null)
        {
            _live = made;
            _liveJson = Json(made);
        }

        var wantedObject = "";
        var madeObject = "";
        if (asked.Code < 300 && made is not null && !(RulesTable.For(made.GroupVersionKind)?.Virtual ?? false))
        {
            var flat = JsonSurgery.Flat(JsonSurgery.Normal(Json(made)));
            if (asked.IsBase)
            {
                _bases[asked.Id] = flat;
                (wantedObject, madeObject) = ("", JsonSurgery.Differences(JsonSurgery.Flat(asked.Object), flat));
            }
            else if (asked.Diff is not null)
            {
                var from = asked.IsUpdate ? JsonSurgery.Flat(JsonSurgery.Normal(_liveJson)) : _bases[_bases.Keys.First(id => asked.Id.StartsWith(id + "/", StringComparison.Ordinal))];
                (wantedObject, madeObject) = (JsonSurgery.Differences(asked.Diff), JsonSurgery.Differences(from, flat));
            }
        }

        var words = asked.Code == 422;
        return (
            $"{code} {(words ? message : "")} {string.Join(" | ", warnings)} {madeObject}",
            $"{asked.Code} {(words ? asked.Message : "")} {string.Join(" | ", asked.Warnings)} {wantedObject}");
    }

    private (int Code, string Message, IReadOnlyList<string> Warnings, IObject? Made) Decide(Recording asked, JsonObject body)
    {
        var kind = GroupVersionKind.From((string)body["apiVersion"]!, (string)body["kind"]!);
        var codec = Kinds.Find(kind) ?? throw new InvalidOperationException($"no codec for {kind}");
        var rules = RulesTable.For(kind) ?? throw new InvalidOperationException($"no rules for {kind}");
        var unknown = new List<string>();
        IObject obj;
        try
        {
            obj = (IObject)codec.ReadJson(Encoding.UTF8.GetBytes(body.ToJsonString()), unknown);
        }
        catch (WireException e)
        {
            return (400, e.Message, [], null);
        }

        if (unknown.Count > 0)
        {
            return (400, string.Join(", ", unknown), [], null);
        }

        var meta = obj.Metadata;
        if (rules.Info.Namespaced)
        {
            if (meta.Namespace is not ("" or Namespace))
            {
                return (400, "namespace", [], null);
            }

            meta = meta with { Namespace = Namespace };
        }

        if (asked.IsUpdate && meta.Name != _live!.Metadata.Name)
        {
            return (400, "name", [], null);
        }

        obj = rules.Default(obj.WithMetadata(meta));
        obj = TestAdmission.Mutate(obj, asked.IsUpdate ? _live : null);
        ErrorList errors;
        if (asked.IsUpdate)
        {
            obj = rules.BeforeUpdate(obj, _live!, _facts);
            errors = rules.ValidateUpdate(obj, _live!);
        }
        else
        {
            meta = obj.Metadata;
            obj = obj.WithMetadata(meta with
            {
                Name = meta.Name.Length == 0 && meta.GenerateName.Length > 0 ? meta.GenerateName + "abcde" : meta.Name,
                Uid = TestAdmission.Uid,
                CreationTimestamp = TestAdmission.Made,
            });
            obj = rules.BeforeCreate(obj, _facts);
            errors = rules.ValidateCreate(obj);
        }

        IReadOnlyList<string> warnings = rules.Virtual ? [] : [.. rules.Warnings(obj, asked.IsUpdate ? _live : null).Select(text => "299 - " + GoText.Quote(text))];
        return errors.IsEmpty
            ? (asked.IsUpdate ? 200 : 201, "", warnings, obj)
            : (422, rules.InvalidMessage(obj.Metadata.Name, errors), [], null);
    }

    private static JsonNode? Json(IObject obj) => JsonNode.Parse(obj.ToString()!);
}
