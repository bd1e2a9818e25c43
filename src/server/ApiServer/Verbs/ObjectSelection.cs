using Cybernetes.Api;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.Cache;
using Cybernetes.ApiServer.Errors;
using Cybernetes.ApiServer.Pipeline;

namespace Cybernetes.ApiServer.Verbs;

/// <summary>Which objects of a collection a request means: namespace, name, label selector, field selector. Immutable.</summary>
public sealed class ObjectSelection
{
    private readonly Selector _labels;
    private readonly FieldSelector _fields;
    private readonly FieldLabels _fieldLabels;

    private ObjectSelection(string prefix, Selector labels, FieldSelector fields, FieldLabels fieldLabels)
    {
        Prefix = prefix;
        _labels = labels;
        _fields = fields;
        _fieldLabels = fieldLabels;
    }

    /// <summary>What the keys begin with.</summary>
    public string Prefix { get; }

    /// <summary>Whether every object under the prefix is meant.</summary>
    public bool TakesAll => _labels.IsEmpty && _fields.IsEmpty;

    /// <summary>Reads the request's selectors.</summary>
    /// <exception cref="ApiException">One is malformed or names a field that cannot be selected by.</exception>
    public static ObjectSelection From(RequestContext context, ListOptions options)
    {
        var resource = context.Resource!;
        var labels = Selector.Everything;
        if (options.LabelSelector.Length > 0 && !Selector.TryParse(options.LabelSelector, out labels, out var error))
        {
            throw ApiErrors.BadRequest(error);
        }

        var fields = FieldSelector.Everything;
        if (options.FieldSelector.Length > 0 && !FieldSelector.TryParse(options.FieldSelector, out fields, out error))
        {
            throw ApiErrors.BadRequest(error);
        }

        var known = FieldLabels.For(resource.Kind);
        foreach (var requirement in fields.Requirements)
        {
            known.Check(requirement.Field, requirement.Value);
        }

        var @namespace = context.Info.Namespace;
        var prefix = resource.Namespaced && @namespace.Length > 0 ? @namespace + "/" : "";
        if (context.Info.Name.Length > 0)
        {
            fields = FieldSelector.From(fields.Requirements.Add(new FieldRequirement("metadata.name", context.Info.Name, false)));
        }

        return new ObjectSelection(prefix, labels, fields, known);
    }

    /// <summary>Whether an object is meant.</summary>
    public bool Matches(StoredObject stored) => stored.Key.StartsWith(Prefix, StringComparison.Ordinal) && Matches(stored.Object);

    private bool Matches(IObject value) =>
        (_labels.IsEmpty || _labels.Matches(value.Metadata.Labels)) && (_fields.IsEmpty || _fields.Matches(label => _fieldLabels.Read(value, label)));
}
